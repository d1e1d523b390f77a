import Database
import Domain
import Oversight

extension Explanation {
    /// A page that a salesperson understands.
    func page(_ language: Language, _ clock: Clockface) -> Page {
        var page = Page()
        page.heading(title(language))
        page.table(Table([], rows: standing(language, clock)))
        if let waitsFor {
            page.heading(language.of(fr: "Ce qu’elle attend", en: "What it waits for"))
            page.table(Table([], rows: waitsFor.rows(language, clock)))
        }
        if !warnings.isEmpty {
            page.heading(language.of(fr: "À savoir", en: "Warnings"))
            for warning in warnings { page.line(Words("! \(warning.sentence(language))", .uneasy)) }
        }
        if !conflicts.isEmpty {
            page.heading(language.of(fr: "Désaccords entre les deux outils", en: "Conflicts"))
            page.table(conflictTable(language, clock))
        }
        if !history.isEmpty {
            page.heading(language.of(fr: "Historique", en: "History"))
            page.table(
                Table(
                    [],
                    rows: history.map { row in
                        [
                            Words(clock.text(row.at), .aside), Words(language.event(row.event)),
                            Words(row.system?.name ?? ""), Words(language.detail(of: row, kind), .aside),
                        ]
                    }))
        }
        return page
    }

    /// Where a record without a row was read.
    private var source: String { hubspotID == nil ? "artis.net" : "HubSpot" }

    private func title(_ language: Language) -> String {
        let kind = kind.name(language)
        let ids = [hubspotID.map { "HubSpot \($0)" }, artisID.map { "artis.net \($0)" }].compactMap { $0 }
        return "\(kind.prefix(1).uppercased())\(kind.dropFirst()) · \(ids.joined(separator: " · "))"
    }

    private func standing(_ language: Language, _ clock: Clockface) -> [[Words]] {
        var rows = language.rows(state: state, reason: reason, detail: detail)
        if since == nil, state == .pending { rows[1] = [rows[1][0], Words(language.expected)] }
        rows.insert(
            [
                Words(language.of(fr: "Depuis", en: "Since"), .aside),
                Words(
                    since.map(clock.text)
                        ?? language.of(
                            fr: "aucune trace ici ; la fiche vient d’être lue dans \(source)",
                            en: "no trace of it here; just read in \(source)")),
            ], at: 1)
        if attempts > 0 {
            rows.append([Words(language.of(fr: "Essais", en: "Attempts"), .aside), Words("\(attempts)")])
        }
        if let nextAttemptAt {
            rows.append([
                Words(language.of(fr: "Prochain essai", en: "Next attempt"), .aside), Words(clock.text(nextAttemptAt)),
            ])
        }
        return rows
    }

    private func conflictTable(_ language: Language, _ clock: Clockface) -> Table {
        Table(
            [
                language.of(fr: "le", en: "at"), language.of(fr: "champ", en: "field"), "HubSpot", "artis.net",
                language.of(fr: "retenu", en: "kept"), language.of(fr: "pourquoi", en: "why"),
            ],
            rows: conflicts.map { row in
                [
                    Words(clock.text(row.at), .aside), Words(row.conflict.field.label(language)),
                    Words(row.conflict.hubspot ?? "–"), Words(row.conflict.artis ?? "–"),
                    Words(row.conflict.winner.name),
                    Words(row.conflict.cause.phrase(language), .aside),
                ]
            })
    }
}

extension Explanation.Awaited {
    fileprivate func rows(_ language: Language, _ clock: Clockface) -> [[Words]] {
        let ids = [hubspotID.map { "HubSpot \($0)" }, artisID.map { "artis.net \($0)" }].compactMap { $0 }
        let who = (name.map { [$0] } ?? []) + ids
        var rows = [[Words(language.of(fr: "Entreprise", en: "Company"), .aside), Words(who.joined(separator: " · "))]]
        rows += language.rows(state: state, reason: reason, detail: detail)
        if let since {
            rows.append([Words(language.of(fr: "Depuis", en: "Since"), .aside), Words(clock.text(since))])
        }
        return rows
    }
}
