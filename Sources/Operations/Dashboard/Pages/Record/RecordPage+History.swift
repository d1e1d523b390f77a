import Database
import Domain
import Oversight

/// What was done with a record, and where its two sides disagreed.
extension RecordPage {
    func conflicts(_ visit: Visit) -> HTML {
        guard !explanation.conflicts.isEmpty else { return .none }
        let language = visit.language
        return section(.class("card"), .aria("labelledby", "conflicts")) {
            h2(.id("conflicts")) { visit.of(fr: "Désaccords entre les deux outils", en: "Conflicts") }
            Grid(
                [
                    .init(title: visit.of(fr: "Le", en: "At")), .init(title: visit.of(fr: "Champ", en: "Field")),
                    .init(title: "HubSpot"), .init(title: "artis.net"), .init(title: visit.of(fr: "Retenu", en: "Kept")),
                    .init(title: visit.of(fr: "Pourquoi", en: "Why")),
                ],
                rows: explanation.conflicts.map { row in
                    Grid.Row(cells: [
                        visit.moment(row.at), .text(row.conflict.field.label(language)), Self.value(row.conflict.hubspot),
                        Self.value(row.conflict.artis),
                        .text(row.conflict.winner.name),
                        .text(row.conflict.cause.phrase(language)),
                    ])
                }
            ).content
        }
    }

    func history(_ visit: Visit) -> HTML {
        guard !explanation.history.isEmpty else { return .none }
        return section(.class("card"), .aria("labelledby", "history")) {
            h2(.id("history")) { visit.of(fr: "Historique", en: "History") }
            Grid(
                [
                    .init(title: visit.of(fr: "Le", en: "At")), .init(title: visit.of(fr: "Événement", en: "Event")),
                    .init(title: visit.of(fr: "Où", en: "Where")), .init(title: visit.of(fr: "Détail", en: "Detail"), isWide: true),
                ],
                rows: explanation.history.map { row in
                    Grid.Row(cells: [
                        visit.since(row.at), .text(visit.language.event(row.event)), .text(row.system?.name ?? ""),
                        .text(visit.language.detail(of: row, explanation.kind)),
                    ])
                }
            ).content
        }
    }
}
