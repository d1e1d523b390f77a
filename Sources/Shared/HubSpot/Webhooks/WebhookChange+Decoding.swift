import Domain

extension WebhookChange {
    /// What a subscription named `company.merge` or `object.creation` has told.
    init(_ fields: WebhookFields) throws(WebhookFault) {
        let subscription = try fields.text("subscriptionType")
        let words = subscription.split(separator: ".", maxSplits: 1).map(String.init)
        let objectType = try fields.optionalText("objectTypeId")
        guard words.count == 2 else {
            self = .unknown(subscription)
            return
        }
        if words[1] == "associationChange" {
            self = try Self.association(fields) ?? .unknown(subscription)
            return
        }
        guard let kind = words[0] == "object" ? objectType.flatMap(Kind.init(objectType:)) : Kind(rawValue: words[0])
        else {
            self = .unknown(subscription)
            return
        }
        switch words[1] {
        case "creation": self = .created(kind, try fields.id("objectId"))
        case "deletion": self = .deleted(kind, try fields.id("objectId"))
        case "restore": self = .restored(kind, try fields.id("objectId"))
        case "privacyDeletion": self = .privacyDeletion(kind, try fields.id("objectId"))
        case "propertyChange":
            self = .changed(
                kind, try fields.id("objectId"), property: try fields.optionalText("propertyName"),
                value: fields.anyText("propertyValue"))
        case "merge":
            self = .merged(
                kind, primary: try fields.id("primaryObjectId"), merged: try fields.ids("mergedObjectIds"),
                new: try fields.optionalID("newObjectId"))
        default: self = .unknown(subscription)
        }
    }

    /// The two types are named by their ids, or together as `DEAL_TO_COMPANY`.
    /// - Returns: nil when an end is of a type that is not ours.
    private static func association(_ fields: WebhookFields) throws(WebhookFault) -> WebhookChange? {
        let from = try fields.id("fromObjectId")
        let to = try fields.id("toObjectId")
        let fromType = try fields.optionalText("fromObjectTypeId")
        let toType = try fields.optionalText("toObjectTypeId")
        let names = (try fields.optionalText("associationType") ?? "").lowercased().split(separator: "_")
        let named =
            names.count == 3 && names[1] == "to"
            ? [names[0], names[2]].map { Kind(rawValue: String($0)) } : [nil, nil]
        guard let fromKind = fromType.flatMap(Kind.init(objectType:)) ?? named[0],
            let toKind = toType.flatMap(Kind.init(objectType:)) ?? named[1]
        else { return nil }
        return .associationChanged(
            from: WebhookEnd(kind: fromKind, id: from), to: WebhookEnd(kind: toKind, id: to),
            removed: fields.flag("associationRemoved"))
    }
}

extension Kind {
    /// - Parameter objectType: HubSpot's id of the type, such as `0-48`.
    fileprivate init?(objectType: String) {
        switch objectType {
        case "0-1": self = .contact
        case "0-2": self = .company
        case "0-3": self = .deal
        case "0-47": self = .meeting
        case "0-48": self = .call
        case "0-49": self = .email
        default: return nil
        }
    }
}
