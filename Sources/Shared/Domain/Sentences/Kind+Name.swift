extension Kind {
    /// What people read: HubSpot's own words.
    public func name(_ language: Language) -> String {
        switch self {
        case .company: language == .fr ? "entreprise" : "company"
        case .deal: language == .fr ? "transaction" : "deal"
        case .contact: "contact"
        case .call: language == .fr ? "appel" : "call"
        case .meeting: language == .fr ? "rendez-vous" : "meeting"
        case .email: language == .fr ? "e-mail" : "email"
        }
    }
}
