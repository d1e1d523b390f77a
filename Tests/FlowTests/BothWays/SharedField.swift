import Domain
import HTTP

/// One line of rules.md, "Fields", in the tests' own words: the mapping under test is not asked.
struct SharedField: Sendable {
    /// How a value is written, and hence compared.
    enum Form { case text, mail, amount, day, stage, moment, html, person, siret, civility }

    /// What becomes of a value that somebody clears.
    enum Clearing {
        case carried
        /// R19: filled again from the other side.
        case refilled
        /// R7, R18: the other side keeps what it has.
        case kept
        /// Neither system lets it be empty.
        case never
    }

    var property: String
    var name: String
    var form = Form.text
    var clearing = Clearing.carried

    static func of(_ kind: Kind) -> [SharedField] {
        switch kind {
        case .company:
            [
                SharedField(property: "name", name: "raisonSociale", clearing: .refilled),
                SharedField(property: "SIRET", name: "siret", form: .siret, clearing: .kept),
                SharedField(property: "website", name: "siteInternet"), SharedField(property: "phone", name: "telephone"),
                SharedField(property: "address", name: "adresse1"), SharedField(property: "address2", name: "adresse2"),
                SharedField(property: "zip", name: "codePostal"), SharedField(property: "city", name: "ville"),
                SharedField(property: "country", name: "pays"),
                SharedField(property: "ingenieur_commercial", name: "ingenieurCommercial", form: .person),
            ]
        case .deal:
            [
                SharedField(property: "dealname", name: "intitule", clearing: .refilled),
                SharedField(property: "amount", name: "montant", form: .amount),
                SharedField(property: "closedate", name: "dateConclusion", form: .day),
                SharedField(property: "dealstage", name: "statutAvantVente", form: .stage, clearing: .never),
            ]
        case .contact:
            [
                SharedField(property: "civilite", name: "titre", form: .civility, clearing: .kept),
                SharedField(property: "lastname", name: "nom", clearing: .refilled),
                SharedField(property: "firstname", name: "prenom", clearing: .refilled),
                SharedField(property: "email", name: "mail", form: .mail),
                SharedField(property: "phone", name: "telephone"), SharedField(property: "mobilephone", name: "mobile"),
                SharedField(property: "jobtitle", name: "fonction"),
            ]
        case .call: activity("hs_call_title", "hs_call_body")
        case .meeting: activity("hs_meeting_title", "hs_meeting_body")
        case .email: activity("hs_email_subject", "hs_email_html")
        }
    }

    private static func activity(_ title: String, _ body: String) -> [SharedField] {
        [
            SharedField(property: "hs_timestamp", name: "date", form: .moment, clearing: .never),
            SharedField(property: title, name: "objet"), SharedField(property: body, name: "compteRendu", form: .html),
            SharedField(property: "hubspot_owner_id", name: "collaborateur", form: .person),
        ]
    }
}
