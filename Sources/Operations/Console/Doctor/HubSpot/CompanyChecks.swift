import Domain
import Oversight

/// The account's companies, judged: their SIRETs (R4–R6), and those that HubSpot makes by itself.
struct CompanyChecks {
    let language: Language

    private var path: MenuPath { MenuPath(language: language) }

    func check(_ sirets: SIRETFacts) -> [Check] {
        let checks = [invalid(sirets), shared(sirets), missing(sirets)].compactMap { $0 }
        if !checks.isEmpty { return checks }
        return [.ok(.siret, "SIRET", seen(sirets))]
    }

    private func seen(_ sirets: SIRETFacts) -> String {
        sirets.read < sirets.filled
            ? language.of(
                fr: "parmi les \(sirets.read) premiers, sur \(sirets.filled)",
                en: "among the first \(sirets.read), of \(sirets.filled)")
            : language.of(fr: "lus : \(sirets.read)", en: "read: \(sirets.read)")
    }

    private func invalid(_ sirets: SIRETFacts) -> Check? {
        guard !sirets.invalid.isEmpty else { return nil }
        return .warning(
            .siret, language.of(fr: "SIRET invalides", en: "invalid SIRETs"),
            "\(sirets.invalid.count) (\(language.listed(sirets.invalid))), \(seen(sirets))",
            remedy: language.of(
                fr: "\(path.companyList) : corrigez les 14 chiffres de ces fiches",
                en: "\(path.companyList): correct the 14 digits of these records"))
    }

    private func shared(_ sirets: SIRETFacts) -> Check? {
        let count = max(sirets.shared.count, sirets.sharedInAll ?? 0)
        guard count > 0 else { return nil }
        let examples = language.listed(sirets.shared.map { $0.joined(separator: " = ") })
        return .warning(
            .siret, language.of(fr: "SIRET en double", en: "duplicate SIRETs"),
            "\(count)" + (examples.isEmpty ? "" : " (\(examples))"),
            remedy: language.of(
                fr: "\(path.companyList) : fusionnez ces fiches, ou corrigez leur SIRET ; la première reliée garde le sien",
                en: "\(path.companyList): merge these records, or correct their SIRET; the first linked keeps it"))
    }

    private func missing(_ sirets: SIRETFacts) -> Check? {
        guard sirets.missing > 0 else { return nil }
        return .warning(
            .siret, language.of(fr: "SIRET manquants", en: "missing SIRETs"),
            language.of(
                fr: "entreprises cochées synchro_artis sans SIRET : \(sirets.missing)",
                en: "companies ticked synchro_artis without a SIRET: \(sirets.missing)"),
            remedy: language.of(fr: "\(path.companyList) : renseignez leur SIRET", en: "\(path.companyList): fill in their SIRET"))
    }

    /// - Parameter made: within the last week.
    func automatic(_ made: Int) -> Check {
        let subject = language.of(fr: "création automatique d’entreprises", en: "automatic creation of companies")
        if made == 0 { return .ok(.automaticCompanies, subject, language.of(fr: "aucune trace", en: "no trace")) }
        return .warning(
            .automaticCompanies, subject,
            language.of(
                fr: "HubSpot a créé \(made) entreprises d’après des domaines de messagerie en une semaine",
                en: "HubSpot made \(made) companies of mail domains within a week"),
            remedy: language.of(
                fr: "\(path.companies) : décochez « Créer et associer des entreprises à des contacts »",
                en: "\(path.companies): untick “Create and associate companies with contacts”"))
    }
}
