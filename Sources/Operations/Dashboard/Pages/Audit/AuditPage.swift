import Database
import Domain
import Oversight

/// What was done by hand, and by whom, newest first.
struct AuditPage: Sendable {
    var actions: [ListActions.Row]
    var isFirst: Bool
    var hasMore: Bool

    static func read(_ site: Site, _ visit: Visit) async throws(PageFault) -> AuditPage {
        let before = visit.query["before"].flatMap { Int64($0) }
        let rows = try await site.ask { (database) async throws(DatabaseError) in
            try await database.run(ListActions(before: before, limit: Pager.size + 1))
        }
        return AuditPage(actions: Array(rows.prefix(Pager.size)), isFirst: before == nil, hasMore: rows.count > Pager.size)
    }

    func view(_ visit: Visit) -> View {
        View(Entry.audit.name(visit.language), .audit) {
            h1 { visit.of(fr: "Journal des interventions", en: "What was done by hand") }
            section(.class("card"), .aria("label", Entry.audit.name(visit.language))) {
                if actions.isEmpty { p { visit.of(fr: "Aucune intervention.", en: "Nothing was done by hand.") } } else { grid(visit) }
                Pager.content(
                    visit, first: isFirst ? nil : Entry.audit.place,
                    next: hasMore ? actions.last.map { Place("audit", query: [("before", "\($0.id)")]) } : nil)
            }
        }
    }

    private func grid(_ visit: Visit) -> HTML {
        Grid(
            [
                .init(title: visit.of(fr: "Le", en: "At")), .init(title: visit.of(fr: "Qui", en: "Who")),
                .init(title: visit.of(fr: "Quoi", en: "What")), .init(title: visit.of(fr: "Détail", en: "Detail"), isWide: true),
            ],
            rows: actions.map { action in
                Grid.Row(
                    id: "a\(action.id)",
                    cells: [visit.since(action.at), .text(action.operator), .text(visit.language.action(action.action)), .text(visit.language.audit(action.detail ?? "")),
                    ])
            }
        ).content
    }
}
