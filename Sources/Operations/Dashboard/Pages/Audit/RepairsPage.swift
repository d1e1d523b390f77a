import Database
import Domain

/// Records that the sweeper had to queue again because nothing else was going to: each is a fault of Passerelle.
struct RepairsPage: Sendable {
    var repairs: [ListRepairs.Row]
    var isFirst: Bool
    var hasMore: Bool

    static let place = Place("repairs")

    static func read(_ site: Site, _ visit: Visit) async throws(PageFault) -> RepairsPage {
        let before = visit.query["before"].flatMap { Int64($0) }
        let rows = try await site.ask { (database) async throws(DatabaseError) in
            try await database.run(ListRepairs(before: before, limit: Pager.size + 1))
        }
        return RepairsPage(repairs: Array(rows.prefix(Pager.size)), isFirst: before == nil, hasMore: rows.count > Pager.size)
    }

    func view(_ visit: Visit) -> View {
        let title = visit.of(fr: "Réparations", en: "Repairs")
        return View(title, .audit) {
            h1 { title }
            p(.class("soft")) {
                visit.of(
                    fr: "Ces fiches avaient un changement à traiter que rien n’allait traiter ; elles ont été remises en file d’elles-mêmes. Chacune est un défaut de Passerelle : signalez-la.",
                    en: "These records had a change to be answered that nothing was going to answer; they were queued again by themselves. Each is a fault of Passerelle: report it.")
            }
            section(.class("card"), .aria("label", title)) {
                if repairs.isEmpty {
                    p { visit.of(fr: "Aucune, aussi loin que remonte l’historique.", en: "None, as far as the history reaches back.") }
                } else {
                    grid(visit)
                }
                Pager.content(
                    visit, first: isFirst ? nil : Self.place,
                    next: hasMore ? repairs.last.map { Place("repairs", query: [("before", "\($0.id)")]) } : nil)
            }
        }
    }

    private func grid(_ visit: Visit) -> HTML {
        Grid(
            [
                .init(title: visit.of(fr: "Fiche", en: "Record")), .init(title: visit.of(fr: "Réparée", en: "Repaired")),
                .init(title: visit.of(fr: "État", en: "State")), .init(title: visit.of(fr: "Pourquoi", en: "Why"), isWide: true),
            ],
            rows: repairs.map { repair in
                Grid.Row(
                    id: "j\(repair.id)",
                    cells: [
                        repair.record.cell(visit.language), visit.since(repair.at),
                        StateTag.of(repair.record.state, visit.language), .text(repair.record.why(visit.language)),
                    ])
            }
        ).content
    }
}
