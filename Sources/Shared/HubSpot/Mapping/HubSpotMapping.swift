public import Domain

/// Which properties of HubSpot's hold our fields (rules.md, "Fields"), and how our values are written there.
public enum HubSpotMapping {
    /// What is to be read of a record of this kind.
    /// - Parameter siretProperty: the name under which the account holds the SIRET (R4).
    public static func properties(of kind: Kind, siretProperty: String?) -> [String] {
        let fields = Field.of(kind).flatMap { properties(of: $0, kind: kind, siretProperty: siretProperty) }
        return fields + further(kind) + [HubSpotName.reference, HubSpotName.modified(kind)]
    }

    private static func further(_ kind: Kind) -> [String] {
        switch kind {
        case .company: [HubSpotName.box, HubSpotName.lifecycleStage]
        case .deal: [HubSpotName.box, HubSpotName.pipeline, HubSpotName.creator]
        case .contact: [HubSpotName.box]
        case .call, .meeting, .email: []
        }
    }

    /// An e-mail's body is held twice, as HTML and as text; the first is what counts. Empty for a field that this kind
    /// has not, and for the SIRET of an account without such a property.
    static func properties(of field: Field, kind: Kind, siretProperty: String?) -> [String] {
        switch field {
        case .name: ["name"]
        case .siret: siretProperty.map { [$0] } ?? []
        case .website: ["website"]
        case .phone: ["phone"]
        case .address1: ["address"]
        case .address2: ["address2"]
        case .postalCode: ["zip"]
        case .city: ["city"]
        case .country: ["country"]
        case .salesperson: ["ingenieur_commercial"]
        case .title: ["dealname"]
        case .amount: ["amount"]
        case .closeDay: ["closedate"]
        case .stage, .stageID: [HubSpotName.stage]
        case .civility: ["civilite"]
        case .lastName: ["lastname"]
        case .firstName: ["firstname"]
        case .email: ["email"]
        case .mobile: ["mobilephone"]
        case .jobTitle: ["jobtitle"]
        case .date: [HubSpotName.timestamp]
        case .subject: activity(kind, "hs_call_title", "hs_meeting_title", "hs_email_subject")
        case .body:
            kind == .email ? ["hs_email_html", "hs_email_text"] : activity(kind, "hs_call_body", "hs_meeting_body", "")
        case .person: ["hubspot_owner_id"]
        case .type, .company: []
        }
    }

    private static func activity(_ kind: Kind, _ call: String, _ meeting: String, _ email: String) -> [String] {
        switch kind {
        case .call: [call]
        case .meeting: [meeting]
        case .email: [email]
        case .company, .deal, .contact: []
        }
    }
}
