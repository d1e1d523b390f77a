import Domain
import HTTP

extension HubSpotObject {
    /// - Throws: `.faulted` for a record without an id or with a property that is no text.
    init(_ json: JSON, status: Int) throws(HubSpotFailure) {
        guard let id = json["id"]?.text, !id.isEmpty else { throw .faulted(status, "a record without an id") }
        var properties: [String: String] = [:]
        for (name, value) in json["properties"]?.object ?? [:] where !value.isNull {
            guard let text = value.text ?? value.bool.map(String.init) else {
                throw .faulted(status, "record \(id): property \(name) is no text")
            }
            properties[name] = text
        }
        let modified = properties["hs_lastmodifieddate"] ?? properties["lastmodifieddate"] ?? json["updatedAt"]?.text
        self.init(
            id: ID(id), properties: properties,
            history: (json["propertiesWithHistory"]?.object ?? [:]).mapValues(PropertyHistory.init),
            modified: modified.flatMap(Instant.init(text:)),
            createdAt: json["createdAt"]?.text.flatMap(Instant.init(text:)),
            archived: json["archived"]?.bool ?? false,
            mergedIDs: (properties[HubSpotName.mergedIDs] ?? "").split(separator: ";").map {
                ID(Canonical.text(String($0)))
            })
    }
}

extension PropertyHistory {
    /// `[{value, timestamp, …}]`, the newest first. An entry without a moment is no history.
    init(_ json: JSON) {
        self.init(
            (json.array ?? []).compactMap { entry in
                entry["timestamp"]?.text.flatMap(Instant.init(text:)).map { moment in
                    Entry(entry["value"]?.text.flatMap { $0.isEmpty ? nil : $0 }, since: moment)
                }
            })
    }
}
