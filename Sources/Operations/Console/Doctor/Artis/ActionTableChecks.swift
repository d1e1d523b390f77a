import Domain
import Oversight

/// R20, judged: which rows of `TD_HubspotAction` do not do what they seem to.
struct ActionTableChecks {
    let language: Language

    private var path: String { MenuPath(language: language).actions }

    /// - Parameter table: nil where artis has none.
    func check(_ table: ActionTable?) -> [Check] {
        guard let rows = table?.rows else { return [missing] }
        let hints = ActionHint(language: language)
        let checks =
            WorkerRole.activity.kinds.compactMap { unmapped($0, rows) } + rows.compactMap(outside) + unreachable(rows)
            + rows.compactMap { hints.check($0, name: name($0), path: path) }
        if !checks.isEmpty { return checks }
        return [.ok(.actions, "TD_HubspotAction", language.of(fr: "lignes : \(rows.count)", en: "rows: \(rows.count)"))]
    }

    private var missing: Check {
        .fault(
            .actions, "TD_HubspotAction", language.of(fr: "la table manque", en: "the table is missing"),
            remedy: language.of(
                fr: "\(path) : demandez la table à ARTIS, puis donnez-lui une ligne sans * pour CALL, MEETING et EMAIL",
                en: "\(path): ask ARTIS for the table, then give it a row without * for CALL, MEETING and EMAIL"))
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

    private func name(_ row: ActionRow) -> String {
        let action = "\(row.action.domain) / \(row.action.type) / \(row.action.motive)"
        return language.of(fr: "ligne \(row.position) (\(action))", en: "row \(row.position) (\(action))")
    }
}
