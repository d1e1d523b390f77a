extension Account {
    /// The custom properties of the source page, and `passerelle_ref` for all six types.
    static func plantProperties(in hubspot: HubSpotVendor) {
        hubspot.plantProperty(.companies, .object(property("SIRET", "SIRET", .companies)))
        var salesperson = property("ingenieur_commercial", "Ingénieur commercial", .companies)
        salesperson["type"] = "enumeration"
        salesperson["fieldType"] = "select"
        salesperson["externalOptions"] = true
        salesperson["referencedObjectType"] = "OWNER"
        hubspot.plantProperty(.companies, .object(salesperson))
        hubspot.plantProperty(.contacts, civilite)
        for (type, label) in [(ObjectType.companies, "Entreprise"), (.deals, "Transaction"), (.contacts, "Contact")] {
            hubspot.plantProperty(type, checkbox("synchro_artis", "Synchro artis \(label)", type))
        }
        for type in ObjectType.allCases {
            var reference = property("passerelle_ref", "Référence Passerelle", type)
            reference["hasUniqueValue"] = true
            hubspot.plantProperty(type, .object(reference))
        }
    }

    /// The options are the codes of *Qualité personne*, and `DR`, which somebody added in HubSpot alone.
    private static var civilite: JSON {
        var property = property("civilite", "Civilité", .contacts)
        property["type"] = "enumeration"
        property["fieldType"] = "select"
        let codes = titles.map { ($0.code, $0.libelle) } + [("DR", "Docteur")]
        property["options"] = .array(codes.enumerated().map { option($0.element.0, $0.element.1, $0.offset) })
        return .object(property)
    }

    private static func checkbox(_ name: String, _ label: String, _ type: ObjectType) -> JSON {
        var property = property(name, label, type)
        property["type"] = "bool"
        property["fieldType"] = "booleancheckbox"
        property["options"] = .array([option("true", "Oui", 0), option("false", "Non", 1)])
        return .object(property)
    }

    private static func option(_ value: String, _ label: String, _ order: Int) -> JSON {
        ["value": .string(value), "label": .string(label), "displayOrder": .integer(order), "hidden": false]
    }

    /// A single-line text.
    private static func property(_ name: String, _ label: String, _ type: ObjectType) -> [String: JSON] {
        [
            "name": .string(name), "label": .string(label), "type": "string", "fieldType": "text",
            "groupName": .string(group(type)),
        ]
    }

    private static func group(_ type: ObjectType) -> String {
        switch type {
        case .companies: "companyinformation"
        case .deals: "dealinformation"
        case .contacts: "contactinformation"
        case .calls, .meetings, .emails: "engagementinformation"
        }
    }
}
