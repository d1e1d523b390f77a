import FoundationEssentials

extension Parameter {
    /// A jsonb parameter: how a batch of rows travels as one parameter (`jsonb_to_recordset`).
    static func json(encoding value: some Encodable) -> Parameter {
        do {
            return .json(String(decoding: try JSONEncoder().encode(value), as: UTF8.self))
        } catch {
            // Our own rows hold text, whole numbers and booleans: there is nothing in them that JSON cannot hold.
            preconditionFailure("a row that cannot be encoded: \(error)")
        }
    }
}
