public import Domain
public import HTTP

/// One write of a batch.
public struct ArtisOperation: Sendable, Equatable {
    public enum Action: Sendable, Hashable {
        /// `reference` is unique in its collection for good: a second creation finds the first record.
        case create(reference: String)
        /// - version: the one the record must still have; nil writes over any.
        case modify(ID<ArtisRecord>, version: Int64?)
    }

    /// Idempotency key: the same key with the same body gives the first answer again, for seven days.
    public var key: String
    public var action: Action
    /// The fields to change and no others; null clears.
    public var fields: [String: JSON]

    public init(key: String, action: Action, fields: [String: JSON]) {
        self.key = key
        self.action = action
        self.fields = fields
    }

    var json: JSON {
        var members: [String: JSON] = ["cle": .string(key), "champs": .object(fields)]
        switch action {
        case .create(let reference):
            members["operation"] = "creation"
            members["referenceExterne"] = .string(reference)
        case .modify(let id, let version):
            members["operation"] = "modification"
            members["id"] = .string(id.rawValue)
            if let version { members["siVersion"] = .number(JSONNumber(version)) }
        }
        return .object(members)
    }
}
