extension Field {
    /// What people read, in sentences and tables.
    public func label(_ language: Language) -> String { language == .fr ? french : english }

    private var french: String {
        switch self {
        case .name: "nom de l’entreprise"
        case .siret: "SIRET"
        case .website: "site Internet"
        case .phone: "téléphone"
        case .address1: "adresse"
        case .address2: "complément d’adresse"
        case .postalCode: "code postal"
        case .city: "ville"
        case .country: "pays"
        case .salesperson: "ingénieur commercial"
        case .title: "nom de la transaction"
        case .amount: "montant"
        case .closeDay: "date de conclusion"
        case .stage: "phase"
        case .stageID: "identifiant de la phase"
        case .type: "type d’activité"
        case .company: "entreprise"
        case .civility: "civilité"
        case .lastName: "nom"
        case .firstName: "prénom"
        case .email: "adresse mail"
        case .mobile: "téléphone mobile"
        case .jobTitle: "fonction"
        case .date: "date"
        case .subject: "objet"
        case .body: "compte rendu"
        case .person: "collaborateur"
        }
    }

    private var english: String {
        switch self {
        case .name: "company name"
        case .siret: "SIRET"
        case .website: "website"
        case .phone: "phone"
        case .address1: "address"
        case .address2: "address, second line"
        case .postalCode: "postal code"
        case .city: "city"
        case .country: "country"
        case .salesperson: "salesperson"
        case .title: "deal name"
        case .amount: "amount"
        case .closeDay: "close date"
        case .stage: "stage"
        case .stageID: "stage id"
        case .type: "type of activity"
        case .company: "company"
        case .civility: "civilité"
        case .lastName: "last name"
        case .firstName: "first name"
        case .email: "e-mail address"
        case .mobile: "mobile phone"
        case .jobTitle: "job title"
        case .date: "date"
        case .subject: "subject"
        case .body: "body"
        case .person: "person"
        }
    }
}
