import Database
import Domain

/// The programs of the fleet: where they run, since when, and what they have in hands.
struct WorkersPage: Sendable {
    var workers: [ListWorkers.Row]

    /// Silent for longer, it is taken for dead: it says every five seconds that it lives.
    static let silence = Duration.seconds(30)

    static func read(_ site: Site) async throws(PageFault) -> WorkersPage {
        try await site.ask { (database) async throws(DatabaseError) in
            WorkersPage(workers: try await database.run(ListWorkers(limit: Pager.size)))
        }
    }

    func view(_ visit: Visit) -> View {
        View(Entry.workers.name(visit.language), .workers) {
            h1 { visit.of(fr: "Programmes de la flotte", en: "Programs of the fleet") }
            section(.class("card"), .aria("label", Entry.workers.name(visit.language))) {
                if workers.isEmpty { p { visit.of(fr: "Aucun programme ne s’est annoncé.", en: "No program has said that it lives.") } } else { grid(visit) }
            }
        }
    }

    private func grid(_ visit: Visit) -> HTML {
        Grid(
            [
                .init(title: visit.of(fr: "Programme", en: "Program")), .init(title: visit.of(fr: "Machine", en: "Host")),
                .init(title: "PID", isNumber: true), .init(title: "Version"),
                .init(title: visit.of(fr: "Depuis", en: "Since")), .init(title: visit.of(fr: "Vu", en: "Seen")),
                .init(title: visit.of(fr: "Messages en main", en: "Messages held"), isNumber: true),
                .init(title: visit.of(fr: "Travail en cours", en: "Current work")),
            ],
            rows: workers.map { worker in
                Grid.Row(
                    id: "w-\(worker.id)",
                    cells: [
                        .text(worker.program), .text(worker.host), .text("\(worker.pid)"), .text(worker.version),
                        visit.since(worker.startedAt), seen(worker, visit), .text(visit.number(worker.held)),
                        .text(worker.work ?? "–"),
                    ])
            }
        ).content
    }

    private func seen(_ worker: ListWorkers.Row, _ visit: Visit) -> HTML {
        let isSilent = visit.now - worker.seenAt > Self.silence
        return StateTag.tag(visit.age(of: worker.seenAt), isSilent ? "bad" : "good")
    }
}
