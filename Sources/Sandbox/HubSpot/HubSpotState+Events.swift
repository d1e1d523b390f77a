extension HubSpotState {
    /// Notes an event for the webhooks: `company.creation`, or `object.creation` of an activity.
    mutating func tell(
        _ type: ObjectType, _ id: Int, _ kind: String, _ author: Author, _ more: [String: JSON] = [:]
    ) {
        guard !isQuiet else { return }
        var event: [String: JSON] = [
            "eventId": .integer(now % 4_000_000_000), "subscriptionId": 1, "portalId": .integer(Self.portalId),
            "appId": .integer(Self.appId), "occurredAt": .integer(author.at), "objectId": .integer(id),
            "subscriptionType": .string("\(type.isActivity ? "object" : type.singular).\(kind)"),
            "changeSource": .string(author.source), "changeFlag": .string(kind == "creation" ? "CREATED" : "UPDATED"),
            "attemptNumber": 0,
        ]
        if type.isActivity { event["objectTypeId"] = .string(type.typeId) }
        if let source = author.sourceId { event["sourceId"] = .string(source) }
        event.merge(more) { _, new in new }
        events.append(event)
    }

    /// An association made or undone, told once for each direction.
    mutating func tellLink(
        _ from: ObjectType, _ id: Int, _ to: ObjectType, _ other: Int, removed: Bool, primary: Bool, by author: Author
    ) {
        for (left, leftId, right, rightId) in [(from, id, to, other), (to, other, from, id)] {
            tell(
                left, leftId, "associationChange", author,
                [
                    "associationType": .string("\(left.singular.uppercased())_TO_\(right.singular.uppercased())"),
                    "fromObjectId": .integer(leftId), "toObjectId": .integer(rightId),
                    "fromObjectTypeId": .string(left.typeId), "toObjectTypeId": .string(right.typeId),
                    "associationRemoved": .bool(removed), "isPrimaryAssociation": .bool(primary),
                ])
        }
    }
}
