/// One object of HubSpot's, with all that it has been.
struct Record: Sendable {
    let id: Int
    var properties: [String: String] = [:]
    /// Newest first.
    var history: [String: [PropertyVersion]] = [:]
    /// ms since 1970, as are the next two.
    var createdAt: Int
    var updatedAt: Int
    var archivedAt: Int?
    /// The ids that were merged into this one.
    var mergedIds: [Int] = []
    var links: [ObjectType: [Int: Set<AssociationLabel>]] = [:]

    var isArchived: Bool { archivedAt != nil }

    mutating func set(_ name: String, _ value: String, by author: Author, type: ObjectType) {
        properties[name] = value.isEmpty ? nil : value
        let cap = type == .contacts ? 45 : 20
        let version = PropertyVersion(value: value, at: author.at, source: author.source, sourceId: author.sourceId)
        history[name, default: []].insert(version, at: 0)
        if history[name, default: []].count > cap { history[name]?.removeLast() }
    }

    /// A property's value, the ones that HubSpot computes included.
    func value(_ name: String, type: ObjectType) -> String? {
        switch name {
        case "hs_object_id": String(id)
        case "createdate" where !type.isActivity, "hs_createdate": Moment.iso(createdAt)
        case type.modifiedProperty: Moment.iso(updatedAt)
        case "hs_merged_object_ids": mergedIds.isEmpty ? nil : mergedIds.map(String.init).joined(separator: ";")
        default: properties[name]
        }
    }
}

struct PropertyVersion: Sendable {
    let value: String
    /// ms since 1970.
    let at: Int
    let source: String
    let sourceId: String?

    var json: JSON {
        [
            "value": .string(value), "timestamp": .string(Moment.iso(at)), "sourceType": .string(source),
            "sourceId": .optional(sourceId),
        ]
    }
}

/// Who writes, and when.
struct Author: Sendable {
    /// `INTEGRATION` for a call of the API, `CRM_UI` for a person.
    var source = "INTEGRATION"
    var userId: Int?
    /// ms since 1970.
    let at: Int

    var sourceId: String? { userId.map { "userId:\($0)" } }
}
