public import Domain
public import HTTP

/// Which fields of artis hold ours (rules.md, "Fields"), and how our values are written there. Relations, triples and
/// secondary salespeople are written by whoever knows both ends.
public enum ArtisMapping {
    /// nil for what artis has no field for.
    static func name(of field: Field) -> String? {
        switch field {
        case .name: ArtisFieldName.raisonSociale
        case .siret: ArtisFieldName.siret
        case .website: ArtisFieldName.siteInternet
        case .phone: ArtisFieldName.telephone
        case .address1: ArtisFieldName.adresse1
        case .address2: ArtisFieldName.adresse2
        case .postalCode: ArtisFieldName.codePostal
        case .city: ArtisFieldName.ville
        case .country: ArtisFieldName.pays
        case .salesperson: ArtisFieldName.ingenieurCommercial
        case .title: ArtisFieldName.intitule
        case .amount: ArtisFieldName.montant
        case .closeDay: ArtisFieldName.dateConclusion
        case .stage: ArtisFieldName.statutAvantVente
        case .civility: ArtisFieldName.titre
        case .lastName: ArtisFieldName.nom
        case .firstName: ArtisFieldName.prenom
        case .email: ArtisFieldName.mail
        case .mobile: ArtisFieldName.mobile
        case .jobTitle: ArtisFieldName.fonction
        case .date: ArtisFieldName.date
        case .subject: ArtisFieldName.objet
        case .body: ArtisFieldName.compteRendu
        case .person: ArtisFieldName.collaborateur
        case .stageID, .type, .company: nil
        }
    }

    /// Our field behind a name that artis gives, in an error say.
    public static func field(named name: String, kind: Kind) -> Field? {
        Field.of(kind).first { self.name(of: $0) == name }
    }

    /// Our values in artis' words.
    ///
    /// - Parameter changes: nil clears.
    /// - Returns: the fields to write, and those whose value artis cannot hold, each with a warning.
    public static func write(
        _ changes: [Field: String?], kind: Kind, reference: ReferenceData
    ) -> (fields: [String: JSON], uncarried: [Field: Warning]) {
        var fields: [String: JSON] = [:]
        var uncarried: [Field: Warning] = [:]
        for (field, value) in changes {
            switch json(field, value ?? "", kind, reference) {
            case .some(let (name, json)): fields[name] = json
            case .none:
                let isPerson = field == .salesperson || field == .person
                uncarried[field] = Warning(isPerson ? .personUnmatched : .valueNotCarried, detail: field.rawValue)
            }
        }
        return (fields, uncarried)
    }

    private static func json(
        _ field: Field, _ value: String, _ kind: Kind, _ reference: ReferenceData
    ) -> (String, JSON)? {
        guard Field.of(kind).contains(field), let name = name(of: field) else { return nil }
        if value.isEmpty { return (name, .null) }
        let text: String? =
            switch field {
            case .salesperson, .person: reference.people.collaborateur(mail: value)?.rawValue
            case .amount: try? Canonical.amount(value)
            case .closeDay: Day(value)?.description
            case .date: try? Canonical.moment(value)
            case .stage: SalesStage(rawValue: value)?.rawValue
            case .name, .siret, .website, .phone, .address1, .address2, .postalCode, .city, .country, .title, .civility,
                .lastName, .firstName, .email, .mobile, .jobTitle, .subject, .body, .stageID, .type, .company:
                value
            }
        return text.map { (name, .string($0)) }
    }
}
