package import Domain
package import Pipeline

extension Language {
    /// Why nothing goes on; nil when all is there. A missing scope, or a parameter table that artis.net does not give, keeps
    /// the whole fleet waiting.
    package func unread(_ keys: [ReferenceKey]) -> String? {
        guard !keys.isEmpty else { return nil }
        let names = keys.map { "\(name(of: $0)) (\($0.system.name))" }.joined(separator: ", ")
        return of(
            fr: "Pas encore lus : \(names). Rien ne passe d’ici là ; si cela dure, passerelle doctor dit pourquoi.",
            en: "Not read yet: \(names). Nothing goes on until then; should it last, passerelle doctor says why.")
    }

    private func name(of key: ReferenceKey) -> String {
        switch key {
        case .trigger: of(fr: "le déclencheur du cycle de vie", en: "the lifecycle trigger")
        case .delay: of(fr: "le délai entre deux appels", en: "the delay between calls")
        case .civilities: of(fr: "les civilités", en: "the civilities")
        case .roles: of(fr: "les rôles commerciaux", en: "the sales roles")
        case .actions: of(fr: "la table TD_HubspotAction", en: "the table TD_HubspotAction")
        case .collaborateurs: of(fr: "les collaborateurs", en: "the collaborateurs")
        case .owners: of(fr: "les propriétaires", en: "the owners")
        case .pipelines: of(fr: "les pipelines", en: "the pipelines")
        case .companyProperties: of(fr: "les propriétés des entreprises", en: "the companies' properties")
        case .account: of(fr: "le fuseau horaire du compte", en: "the account's time zone")
        case .ownReferences: of(fr: "la propriété passerelle_ref", en: "the property passerelle_ref")
        }
    }
}
