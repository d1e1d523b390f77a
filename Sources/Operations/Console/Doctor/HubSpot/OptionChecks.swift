import Domain
import HubSpot
import Oversight

/// R18, judged: the options' internal names of `civilite` are the codes of *Qualité personne*.
struct OptionChecks {
    let language: Language

    private static let subject = WantedProperty.civilite.subject
    private var path: String { "\(MenuPath(language: language).properties(.contact)) > civilite" }

    func check(_ contact: [HubSpotProperty], _ table: LabelTable) -> [Check] {
        guard let property = WantedProperty.civilite.find(in: contact) else { return [] }
        let missing = Self.missing(property, table)
        let checks =
            property.options.filter { !$0.hidden && !table.known($0.value) }.map { unknown($0, table) }
            + missing.map(absent) + property.options.compactMap { otherLabel($0, table) }
            + property.options.filter { $0.hidden && isActive($0.value, table) }.map(hidden)
        let codes = table.rows.filter(\.active).map(\.code).joined(separator: ", ")
        return checks.isEmpty ? [.ok(.options, Self.subject, codes)] : checks
    }

    private func isActive(_ code: String, _ table: LabelTable) -> Bool {
        table.rows.contains { $0.active && $0.code == code }
    }

    /// Codes in use that are no option yet; a hidden option is one.
    static func missing(_ property: HubSpotProperty, _ table: LabelTable) -> [LabelTable.Row] {
        let values = Set(property.options.map(\.value))
        return table.rows.sorted { $0.position < $1.position }.filter { $0.active && !values.contains($0.code) }
    }

    private func unknown(_ option: HubSpotProperty.Option, _ table: LabelTable) -> Check {
        let near = NearMiss.of(option.value, among: table.rows.map(\.code))
        return .fault(
            .options, "\(Self.subject).\(option.value)",
            language.of(fr: "artis.net ne connaît pas ce code", en: "artis.net does not know this code")
                + (near.map { " (\($0) ?)" } ?? ""),
            remedy: language.of(
                fr: "\(path) > Options : supprimez \(language.quoted(option.label)) une fois ses contacts passés à un autre code, ou ajoutez le code \(option.value) à la table Qualité personne",
                en: "\(path) > Options: delete \(language.quoted(option.label)) once its contacts have another code, or add the code \(option.value) to the table Qualité personne"))
    }

    private func absent(_ row: LabelTable.Row) -> Check {
        .forSetup(
            .options, "\(Self.subject).\(row.code)",
            language.of(fr: "le code n’a pas d’option dans HubSpot", en: "the code has no option in HubSpot"),
            byHand: language.of(
                fr: "\(path) > Options : ajoutez \(language.quoted(row.label)), nom interne \(row.code)",
                en: "\(path) > Options: add \(language.quoted(row.label)), internal name \(row.code)"), language)
    }

    /// Programs may still write it; people cannot choose it.
    private func hidden(_ option: HubSpotProperty.Option) -> Check {
        .warning(
            .options, "\(Self.subject).\(option.value)",
            language.of(fr: "l’option est masquée dans HubSpot", en: "the option is hidden in HubSpot"),
            remedy: language.of(
                fr: "\(path) > Options : affichez \(language.quoted(option.label))",
                en: "\(path) > Options: show \(language.quoted(option.label))"))
    }

    private func otherLabel(_ option: HubSpotProperty.Option, _ table: LabelTable) -> Check? {
        guard let row = table.rows.first(where: { $0.code == option.value }), row.label != option.label else { return nil }
        return .warning(
            .options, "\(Self.subject).\(option.value)",
            language.of(
                fr: "s’appelle \(language.quoted(option.label)) dans HubSpot et \(language.quoted(row.label)) dans artis.net",
                en: "is called \(language.quoted(option.label)) in HubSpot and \(language.quoted(row.label)) in artis.net"),
            remedy: language.of(
                fr: "\(path) > Options : libellé \(language.quoted(row.label)) (sans changer le nom interne)",
                en: "\(path) > Options: label \(language.quoted(row.label)) (keep the internal name)"))
    }
}
