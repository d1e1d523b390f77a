import Domain
import HubSpot

/// Properties as the source page has them made.
enum PropertyDrafting {
    private static let description = "artis.net"

    /// - Returns: nil for a dropdown whose options nobody knows.
    static func draft(_ wanted: WantedProperty, _ civilities: LabelTable?) -> HubSpotPropertyDraft? {
        var property = HubSpotProperty(
            name: wanted.name, label: wanted.label, groupName: WantedProperty.group(wanted.kind)?.name ?? "")
        if wanted.isOwner {
            (property.type, property.fieldType, property.referencedObjectType) = ("enumeration", "select", "OWNER")
        } else if wanted.name == HubSpotName.box {
            (property.type, property.fieldType) = ("bool", "booleancheckbox")
            property.options = [.init(value: "true", label: "Oui"), .init(value: "false", label: "Non")]
        } else if wanted.name == WantedProperty.civilite.name {
            guard let civilities, civilities.firstPossible != nil else { return nil }
            (property.type, property.fieldType) = ("enumeration", "select")
            property.options = civilities.rows.sorted { $0.position < $1.position }.filter(\.active).map {
                .init(value: $0.code, label: $0.label)
            }
        }
        return HubSpotPropertyDraft(kind: wanted.kind, property: property, description: description)
    }

    /// In the group of HubSpot's own properties of the type.
    static func reference(_ kind: Kind, beside properties: [HubSpotProperty]) -> HubSpotPropertyDraft {
        let anchor = properties.first { $0.name == "hs_timestamp" } ?? properties.first
        let group = WantedProperty.group(kind)?.name ?? anchor?.groupName ?? kind.rawValue
        return HubSpotPropertyDraft(
            kind: kind,
            property: HubSpotProperty(
                name: HubSpotName.reference, label: "Référence Passerelle", groupName: group, hasUniqueValue: true),
            description: "Passerelle")
    }
}
