import Database
import Domain
import HubSpot
import Runtime

/// Finds what HubSpot holds and queues it in the lane of its own (issue: "by companies, then discovery by associations,
/// never a scan of all activities"). Can be stopped and started again at any moment.
struct Backfill {
    let order: BackfillOrder
    let hubspot: HubSpotClient
    let database: Database
    /// R8: the parameter of artis; read when companies are searched.
    let stage: String?
    var show: (BackfillProgress) -> Void = { _ in }
    var pacing = BackfillPacing()

    /// - Returns: one tally per step.
    func run() async throws -> [BackfillProgress] {
        var tallies: [BackfillProgress] = []
        for step in order.steps {
            let tally = step == .discovery ? try await discover() : try await search(step)
            show(tally)
            tallies.append(tally)
        }
        return tallies
    }

    private func search(_ step: BackfillStep) async throws -> BackfillProgress {
        guard let kind = step.kind else { return BackfillProgress(step: step, seen: 0, queued: 0, isDone: true) }
        let search = BackfillSearch(kind: kind, stage: kind == .company ? stage : nil, since: order.since)
        var cursor = try await begin(step)
        while true {
            let query = search.query(after: cursor.last)
            let page = try await pacing.run { () async throws(HubSpotFailure) in
                try await hubspot.search(kind, query, for: HubSpotCall(purpose: .backfill, lane: .backfill))
            }
            let total = cursor.seen + page.total
            cursor.last = page.objects.compactMap { Int64($0.id.rawValue) }.max() ?? cursor.last
            cursor.seen += page.objects.count
            // A short page is the last one, whatever the index says of the total.
            let isLast = page.objects.count < BackfillSearch.pageSize
            cursor = try await accept(page.objects, step, cursor, isLast: isLast)
            if isLast { return BackfillProgress(step: step, seen: cursor.seen, queued: cursor.queued, isDone: true) }
            show(BackfillProgress(step: step, seen: cursor.seen, total: total, queued: cursor.queued))
        }
    }

    private func accept(
        _ objects: [HubSpotObject], _ step: BackfillStep, _ reached: BackfillCursor, isLast: Bool
    ) async throws(ConsoleFailure) -> BackfillCursor {
        guard let kind = step.kind else { return reached }
        return try await ask { () async throws(DatabaseError) in
            try await database.transaction { (transaction) async throws(DatabaseError) -> BackfillCursor in
                var cursor = reached
                let known = try await transaction.run(FindPairs(kind: kind, hubspotIDs: objects.map(\.id)))
                let sorting = BackfillSorting(objects, known: known, step: step)
                if order.dryRun {
                    cursor.queued += sorting.count
                    return cursor
                }
                if !sorting.changes.isEmpty {
                    cursor.queued += try await transaction.run(AcceptChanges(sorting.changes, lane: .backfill)).count
                }
                if !sorting.discoveries.isEmpty {
                    let want = WantDiscovery(below: sorting.discoveries, lane: .backfill)
                    cursor.queued += try await transaction.run(want).count
                }
                try await move(cursor, step, isLast: isLast, in: transaction)
                return cursor
            }
        }
    }

    private func discover() async throws(ConsoleFailure) -> BackfillProgress {
        var cursor = try await begin(.discovery)
        while true {
            let reached = cursor
            let page = try await ask { () async throws(DatabaseError) in
                try await database.transaction { (transaction) async throws(DatabaseError) -> (BackfillCursor, Bool) in
                    var cursor = reached
                    let find = FindOpenCompanies(before: cursor.started, after: PairID(cursor.last))
                    let companies = try await transaction.run(find)
                    let isLast = companies.count < find.limit
                    cursor.last = companies.last?.rawValue ?? cursor.last
                    cursor.seen += companies.count
                    cursor.queued += companies.count
                    if order.dryRun { return (cursor, isLast) }
                    if !companies.isEmpty {
                        _ = try await transaction.run(WantDiscovery(below: companies, lane: .backfill))
                    }
                    try await move(cursor, .discovery, isLast: isLast, in: transaction)
                    return (cursor, isLast)
                }
            }
            cursor = page.0
            if page.1 {
                return BackfillProgress(step: .discovery, seen: cursor.seen, queued: cursor.queued, isDone: true)
            }
            show(BackfillProgress(step: .discovery, seen: cursor.seen, queued: cursor.queued))
        }
    }

    /// Where the step stopped last time, if the same was asked for; a dry run counts from the start.
    private func begin(_ step: BackfillStep) async throws(ConsoleFailure) -> BackfillCursor {
        let fresh = BackfillCursor(since: order.since, started: WallClock.now())
        if order.dryRun { return fresh }
        let kept = try await ask { () async throws(DatabaseError) in
            try await database.first(ReadCursor(step.cursorName))
        }
        return BackfillCursor(kept, since: order.since) ?? fresh
    }

    private func move(
        _ cursor: BackfillCursor, _ step: BackfillStep, isLast: Bool, in transaction: Transaction
    ) async throws(DatabaseError) {
        if isLast {
            try await transaction.execute(DropCursor(step.cursorName))
        } else {
            try await transaction.execute(MoveCursor(step.cursorName, to: cursor.text))
        }
    }
}
