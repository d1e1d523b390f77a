public import Domain
import HTTP

/// A property to be made in the account.
public struct HubSpotPropertyDraft: Sendable, Hashable {
    public var kind: Kind
    public var property: HubSpotProperty
    /// What people read beside the field.
    public var description: String

    public init(kind: Kind, property: HubSpotProperty, description: String) {
        self.kind = kind
        self.property = property
        self.description = description
    }

    var json: JSON {
        var members: [String: JSON] = [
            "name": .string(property.name), "label": .string(property.label), "type": .string(property.type),
            "fieldType": .string(property.fieldType), "groupName": .string(property.groupName),
            "description": .string(description), "hasUniqueValue": .bool(property.hasUniqueValue),
        ]
        if !property.options.isEmpty {
            members["options"] = .array(property.options.enumerated().map { $0.element.json(at: $0.offset) })
        }
        if let referenced = property.referencedObjectType {
            members["referencedObjectType"] = .string(referenced)
            members["externalOptions"] = true
        }
        return .object(members)
    }
}

extension HubSpotProperty.Option {
    /// - Parameter place: on the screen, from 0.
    func json(at place: Int) -> JSON {
        [
            "value": .string(value), "label": .string(label), "hidden": .bool(hidden),
            "displayOrder": .number(JSONNumber(Int64(place))),
        ]
    }
}
