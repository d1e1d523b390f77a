import Database
import Domain
import Oversight

extension DeadPage {
    func view(_ visit: Visit) -> View {
        View(Entry.dead.name(visit.language), .dead) {
            h1 { Entry.dead.name(visit.language) }
            p(.class("soft")) {
                visit.of(
                    fr: "Un message n’est qu’un indice : ce dont il parlait se trouve dans la fiche, que « Réessayer » reprend. Un message compris peut donc être jeté.",
                    en: "A message is only a hint: what it was about stands in the record, which “Retry” tries again. So a letter that is understood may be thrown away.")
            }
            section(.class("card"), .aria("label", Entry.dead.name(visit.language))) {
                if letters.isEmpty { p { visit.of(fr: "Aucun message écarté.", en: "No dead letters.") } } else { grid(visit) }
                Pager.content(visit, first: after == nil ? nil : place(nil), next: hasMore ? letters.last.map { place($0.id) } : nil)
            }
            if letters.count > 1 {
                p {
                    a(.href(Place("dead", "discard", query: [("kind", filter.kind?.rawValue)]))) {
                        visit.of(fr: "Tout jeter…", en: "Throw all away…")
                    }
                }
            }
        }
    }

    private func place(_ after: Int64?) -> Place {
        Place("dead", query: [("kind", filter.kind?.rawValue), ("after", after.map { "\($0)" })])
    }

    private func grid(_ visit: Visit) -> HTML {
        Grid(
            [
                .init(title: visit.of(fr: "N°", en: "No.")), .init(title: visit.of(fr: "Fiche", en: "Record")), .init(title: visit.of(fr: "File", en: "Queue")),
                .init(title: visit.of(fr: "Raison", en: "Reason")), .init(title: visit.of(fr: "Échecs", en: "Deaths"), isNumber: true),
                .init(title: visit.of(fr: "Première", en: "First")), .init(title: visit.of(fr: "Actions", en: "Actions")),
            ],
            rows: letters.map { letter in
                Grid.Row(
                    id: "d\(letter.id)",
                    cells: [
                        a(.href(Place("dead", "\(letter.id)"))) { "\(letter.id)" }, LetterWords.record(letter, visit),
                        .text(letter.queue), .text(Glossary.text(letter.reason, visit.language)), .text(visit.number(letter.deaths)),
                        visit.since(letter.firstDeath), LetterWords.actions(letter, visit),
                    ])
            }
        ).content
    }
}
