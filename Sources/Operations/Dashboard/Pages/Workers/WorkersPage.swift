import Database
import Domain
import Oversight

/// The programs of the fleet: where they run, since when, and what they do at this moment.
struct WorkersPage: Sendable {
    var workers: [ListWorkers.Row]
    /// By `ListWorkers.Row.id`.
    var work: [String: [ReadCurrentWork.Work]]
    var hasMore: Bool

    /// Silent for longer, it is taken for dead: it says every five seconds that it lives.
    static let silence = Duration.seconds(30)

    /// - Throws: `DatabaseError`; asked through `Site.workers`, once for all who watch.
    static func facts(_ database: Database) async throws(DatabaseError) -> WorkersPage {
        let rows = try await database.run(ListWorkers(limit: Pager.size + 1))
        let work = try await database.run(ReadCurrentWork())
        return WorkersPage(
            workers: Array(rows.prefix(Pager.size)), work: Dictionary(grouping: work, by: \.worker).mapValues { $0.map(\.work) },
            hasMore: rows.count > Pager.size)
    }

    static func read(_ site: Site) async throws(PageFault) -> WorkersPage {
        try await showing { () async throws(OperatorFailure) in try await site.workers.value() }
    }

    func view(_ visit: Visit) -> View {
        View(Entry.workers.name(visit.language), .workers) {
            h1 { visit.of(fr: "Programmes de la flotte", en: "Programs of the fleet") }
            section(.class("card"), .aria("label", Entry.workers.name(visit.language))) {
                if workers.isEmpty { p { visit.of(fr: "Aucun programme ne s’est annoncé.", en: "No program has said that it lives.") } } else { grid(visit) }
                if hasMore {
                    p(.class("soft")) {
                        visit.of(
                            fr: "Les \(Pager.size) premiers ; il y en a d’autres.", en: "The first \(Pager.size); there are more.")
                    }
                }
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
                .init(title: visit.of(fr: "Travail en cours", en: "Current work"), isWide: true),
            ],
            rows: workers.map { worker in
                Grid.Row(
                    id: "w-\(worker.id)",
                    cells: [
                        .text(worker.program), .text(worker.host), .text("\(worker.pid)"), .text(worker.version),
                        visit.since(worker.startedAt), seen(worker, visit), .text(visit.number(worker.held)),
                        current(worker, visit),
                    ])
            }
        ).content
    }

    private func seen(_ worker: ListWorkers.Row, _ visit: Visit) -> HTML {
        let isSilent = visit.now - worker.seenAt > Self.silence
        return StateTag.tag(visit.age(of: worker.seenAt), isSilent ? "bad" : "good")
    }

    /// Records first, which are under way; duties are held between two turns, too.
    private func current(_ worker: ListWorkers.Row, _ visit: Visit) -> HTML {
        var (records, duties): ([String], [String]) = ([], [])
        for work in work[worker.id] ?? [] {
            switch work {
            case .records(let kind, let count): records.append("\(kind.name(visit.language)) \(visit.number(count))")
            case .duty(let name): duties.append(name)
            }
        }
        guard !records.isEmpty || !duties.isEmpty else { return .text("–") }
        let names = DutyWords.names(duties, visit.language).joined(separator: ", ")
        return .group([
            .text(records.joined(separator: ", ")), records.isEmpty || duties.isEmpty ? .none : .text(" · "),
            duties.isEmpty ? .none : .text(visit.of(fr: "assure : ", en: "looks after: ") + names),
        ])
    }
}
