import Domain
import Oversight

/// R20, judged: which rows of `TD_HubspotAction` do not do what they seem to.
struct ActionTableChecks {
    let language: Language

    private var path: String { MenuPath(language: language).actions }

    /// - Parameter table: nil where artis has none.
    func check(_ table: ActionTable?) -> [Check] {
        let rows = table?.rows ?? []
        let checks =
            WorkerRole.activity.kinds.compactMap { unmapped($0, rows) } + rows.compactMap(outside) + unreachable(rows)
            + rows.compactMap(hint)
        if !checks.isEmpty { return checks }
        return [.ok(.actions, "TD_HubspotAction", language.of(fr: "lignes : \(rows.count)", en: "rows: \(rows.count)"))]
    }

    /// A type of HubSpot needs a row that can be written: one without wildcards.
    private func unmapped(_ kind: Kind, _ rows: [ActionRow]) -> Check? {
        let word = kind.rawValue.uppercased()
        let own = rows.filter { $0.kind == kind }
        guard !own.contains(where: { !$0.hasWildcard }) else { return nil }
        return .fault(
            .actions, word,
            own.isEmpty
                ? language.of(fr: "aucune ligne ne donne \(word) : ces activités ne passent pas", en: "no row gives \(word): these activities do not pass")
                : language.of(
                    fr: "seules des lignes avec * donnent \(word) : ces activités de HubSpot ne passent pas",
                    en: "only rows with * give \(word): these activities of HubSpot do not pass"),
            remedy: language.of(
                fr: "\(path) > bouton crayon : ajoutez une ligne domaine, type et motif sans *, type d’action Hubspot \(word)",
                en: "\(path) > pencil button: add a row with domaine, type and motif without *, type d’action Hubspot \(word)"))
    }

    private func outside(_ row: ActionRow) -> Check? {
        guard row.kind == nil else { return nil }
        return .fault(
            .actions, name(row),
            language.of(
                fr: "le résultat \(language.quoted(row.result)) n’est ni CALL, ni MEETING, ni EMAIL",
                en: "the result \(language.quoted(row.result)) is none of CALL, MEETING, EMAIL"),
            remedy: language.of(
                fr: "\(path) > ligne \(row.position) : choisissez CALL, MEETING ou EMAIL (en capitales)",
                en: "\(path) > row \(row.position): choose CALL, MEETING or EMAIL (in capitals)"))
    }

    /// Only where the earlier row says otherwise: one that says the same changes nothing.
    private func unreachable(_ rows: [ActionRow]) -> [Check] {
        rows.enumerated().compactMap { place, row in
            guard let first = rows[..<place].first(where: { covers($0, row) }), first.result != row.result else { return nil }
            return .warning(
                .actions, name(row),
                language.of(
                    fr: "jamais atteinte : la ligne \(first.position) répond avant elle (\(first.result))",
                    en: "never reached: row \(first.position) answers before it (\(first.result))"),
                remedy: language.of(
                    fr: "\(path) : placez la ligne \(row.position) avant la ligne \(first.position)",
                    en: "\(path): put row \(row.position) before row \(first.position)"))
        }
    }

    /// Whether a row matches all that the other does.
    private func covers(_ row: ActionRow, _ other: ActionRow) -> Bool { row.matches(other.action) }

    /// The page: CALL for a motif "appel", MEETING for "rendez-vous", EMAIL for "mail". The type says it as well.
    private func hint(_ row: ActionRow) -> Check? {
        guard let kind = row.kind, let words = Self.words[kind], row.action.motive != ActionTable.wildcard else { return nil }
        let said = NearMiss.fold(row.action.type + row.action.motive)
        guard !words.contains(where: said.contains) else { return nil }
        let motive = language.quoted(row.action.motive)
        return .warning(
            .actions, name(row),
            language.of(
                fr: "le motif \(motive) donne \(row.result) : est-ce bien « \(Self.french[kind] ?? "") » ?",
                en: "the motif \(motive) gives \(row.result): is it meant?"),
            remedy: language.of(
                fr: "\(path) > ligne \(row.position) : vérifiez le type d’action Hubspot",
                en: "\(path) > row \(row.position): check the type d’action Hubspot"))
    }

    private static let french: [Kind: String] = [.call: "appel", .meeting: "rendez-vous", .email: "mail"]
    private static let words: [Kind: [String]] = [
        .call: ["appel", "tel", "phon", "call"], .meeting: ["rendezvous", "rdv", "visite", "reunion", "visio", "demo", "meeting"],
        .email: ["mail", "courriel", "mel", "message"],
    ]

    private func name(_ row: ActionRow) -> String {
        let action = "\(row.action.domain) / \(row.action.type) / \(row.action.motive)"
        return language.of(fr: "ligne \(row.position) (\(action))", en: "row \(row.position) (\(action))")
    }
}
