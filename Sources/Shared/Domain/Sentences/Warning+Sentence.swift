extension Warning {
    /// What a person should know, in plain words.
    public func sentence(_ language: Language) -> String {
        Sentence.fill(language == .fr ? code.french : code.english, detail: readable(language))
    }

    private func readable(_ language: Language) -> String {
        if let field = Field(rawValue: detail) { return field.label(language) }
        return code == .siretNotCarried ? SIRETFault(detail: detail)?.phrase(language) ?? detail : detail
    }
}

extension Warning.Code {
    fileprivate var french: String {
        switch self {
        case .creatorUnknown: "La personne qui a créé la transaction[ ({detail})] n’est pas connue d’artis.net."
        case .personUnmatched: "Cette personne[ ({detail})] n’a pas la même adresse mail dans les deux outils."
        case .siretNotCarried: "Le nouveau SIRET n’a pas été repris dans l’autre outil[\u{A0}: {detail}]."
        case .valueNotCarried: "Cette valeur[ ({detail})] n’a pas pu être reprise dans l’autre outil."
        }
    }

    fileprivate var english: String {
        switch self {
        case .creatorUnknown: "The person who created the deal[ ({detail})] is not known to artis.net."
        case .personUnmatched: "This person[ ({detail})] does not have the same e-mail address in both systems."
        case .siretNotCarried: "The new SIRET was not carried over to the other system[: {detail}]."
        case .valueNotCarried: "This value[ ({detail})] could not be carried over to the other system."
        }
    }
}
