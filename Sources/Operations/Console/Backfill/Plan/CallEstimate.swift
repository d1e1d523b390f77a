import Domain
import Runtime

/// How many calls to HubSpot a plan takes, by the sizes in which the fleet shares them (architecture.md, "HubSpot calls are
/// the scarce thing"). Batches are seldom quite full, and what changes meanwhile comes on top.
struct CallEstimate: Sendable, Equatable {
    var calls: Int

    init(_ tallies: [BackfillProgress]) {
        let exact = tallies.reduce(0) { $0 + Self.calls($1, below: tallies) }
        // Measured with 50,000 records: a batch holds seven of ten that it could.
        calls = (exact * 10 + 6) / 7
    }

    /// At the delay that is in force.
    func time(spacing: Duration) -> Duration { spacing * calls }

    private static func calls(_ tally: BackfillProgress, below tallies: [BackfillProgress]) -> Int {
        let line = tally.plan.whole
        switch tally.step {
        case .companies:
            // Read with histories; a round of discovery for those that open; links are read anew and written.
            return pages(tally.seen, BackfillSearch.pageSize) + pages(line.queued, 50) + 2 * pages(line.link, 100)
                + pages(line.create + line.link, 500) * round(tallies)
        case .discovery: return pages(tally.seen, 500) * round(tallies)
        case .records(let kind):
            return pages(tally.seen, BackfillSearch.pageSize) + looks(kind, line.queued) + 2 * pages(line.link, 100)
        case .below(let kind): return looks(kind, tally.seen) + 2 * pages(line.link, 100)
        case .listing: return tally.plan.lines.reduce(0) { $0 + births($1.key, $1.value) } + updates(tally.plan)
        }
    }

    /// R13: five questions by company, and three more by each kind that activities may hang on.
    private static func round(_ tallies: [BackfillProgress]) -> Int {
        5 + 3 * [Kind.deal, .contact].count { kind in tallies.contains { $0.step == .below(kind) && $0.seen > 0 } }
    }

    /// What reading records of HubSpot's takes, with their associations.
    private static func looks(_ kind: Kind, _ count: Int) -> Int {
        switch kind.role {
        case .company: pages(count, 50)
        case .deal, .contact: 2 * pages(count, 100)
        case .activity: pages(count, 100) + 3 * pages(count, 200)
        }
    }

    /// What creating and linking records of artis' takes.
    private static func births(_ kind: Kind?, _ line: PlanLine) -> Int {
        switch kind?.role {
        case .company: pages(line.create, 50) + 2 * pages(line.link, 50)
        case .contact: pages(line.create + line.link + line.blockedCount, 100) + pages(line.create, 100) + 3 * pages(line.link, 100)
        case .deal, .activity: pages(line.create, 100)
        case nil: 0
        }
    }

    private static func updates(_ plan: Plan) -> Int {
        plan.lines.reduce(0) { calls, line in
            calls + (line.key.map { looks($0, line.value.update) } ?? 0) + pages(line.value.update, 100)
        }
    }

    private static func pages(_ count: Int, _ size: Int) -> Int { (count + size - 1) / size }
}
