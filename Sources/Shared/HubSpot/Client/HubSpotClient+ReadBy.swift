public import Domain
import HTTP
import Runtime

extension HubSpotClient {
    /// Reads records by a property with unique values: our reference, or a contact's e-mail, whose case is ignored.
    /// Unlike a search it lags behind nothing.
    ///
    /// - Parameter property: one that the account defines with unique values; HubSpot refuses any other.
    /// - Returns: what was found, by the value that was asked for.
    public func read(
        _ kind: Kind, by property: String, values: [String], properties: [String], for call: HubSpotCall
    ) async throws(HubSpotFailure) -> [String: HubSpotObject] {
        let key = { (value: String) in property == Self.mail ? Canonical.mail(value) : value }
        // A contact answers to its former addresses as well.
        let further = property == Self.mail ? [property, Self.formerMails] : [property]
        let names = (properties + further + [HubSpotName.mergedIDs]).distinct
        var found: [String: HubSpotObject] = [:]
        // HubSpot minds a whole call for one address that is none, and holds none such.
        let asked = values.map(key).filter { property == Self.mail ? Self.isAddress($0) : !$0.isEmpty }
        for chunk in asked.distinct.chunks(of: 100) {
            let body: JSON = [
                "idProperty": .string(property), "properties": .array(names.map(JSON.string)),
                "inputs": .array(chunk.map { ["id": .string($0)] }),
            ]
            let path = "/crm/v3/objects/\(kind.objectType)/batch/read"
            for object in try await wire.post(path, body, .reads, for: call).records() {
                let held = further.flatMap { (object.properties[$0] ?? "").split(separator: ";") }
                for value in held.map({ key(String($0)) }) where found[value] == nil { found[value] = object }
            }
        }
        return Dictionary(
            values.compactMap { value in found[key(value)].map { (value, $0) } }, uniquingKeysWith: { first, _ in first })
    }

    private static func isAddress(_ mail: String) -> Bool {
        let halves = mail.split(separator: "@", omittingEmptySubsequences: false)
        return halves.count == 2 && !halves.contains(where: \.isEmpty) && !mail.contains(where: \.isWhitespace)
    }

    private static let mail = "email"
    private static let formerMails = "hs_additional_emails"
}

extension HubSpotAnswer {
    /// The records of a batched read that live.
    ///
    /// - Throws: `.faulted` where one could not be read: it must not pass for one that is not there.
    func records() throws(HubSpotFailure) -> [HubSpotObject] {
        if let error = errors.first(where: { $0["category"]?.string != "OBJECT_NOT_FOUND" }) {
            throw .faulted(status, HubSpotRefusal(element: error).message)
        }
        var records: [HubSpotObject] = []
        for json in try list("results") {
            let object = try HubSpotObject(json, status: status)
            if !object.archived { records.append(object) }
        }
        return records
    }
}
