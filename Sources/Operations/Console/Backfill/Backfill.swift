import Artis
import Database
import Domain
import HubSpot
import Oversight
import Runtime

/// Finds what HubSpot holds and queues it in the lane of its own (issue: "by companies, then discovery by associations,
/// never a scan of all activities"). Can be stopped and started again at any moment.
struct Backfill {
    let order: BackfillOrder
    let hubspot: HubSpotClient
    let artis: ArtisClient
    let database: Database
    /// R8: the parameter of artis; read when companies are searched.
    let stage: String?
    var show: (BackfillProgress) -> Void = { _ in }
    /// Of a dry run: what it judges by.
    var forecast: Forecast?
    var pacing = BackfillPacing()

    private var place: BackfillPlace { BackfillPlace(order: order, database: database) }

    /// - Returns: one tally per step.
    func run() async throws -> [BackfillProgress] {
        var tallies: [BackfillProgress] = []
        for step in order.steps {
            let tally = try await run(step)
            show(tally)
            tallies.append(tally)
            // What hangs on companies comes after all of them, and before what artis holds.
            if order.kinds.isEmpty, step == order.steps.last(where: \.looksAtCompanies) { tallies += try await below() }
        }
        try await place.forget()
        return tallies
    }

    private func run(_ step: BackfillStep) async throws -> BackfillProgress {
        switch step {
        case .companies: return try await search(step, .company)
        case .records(let kind): return try await search(step, kind)
        case .discovery: return try await discover()
        case .below: return BackfillProgress(step: step, seen: 0, queued: 0, isDone: true)
        case .listing(let kind):
            let backfill = ArtisBackfill(
                order: order, artis: artis, database: database, pacing: pacing, show: show, forecast: forecast)
            return try await backfill.run(kind, keeping: place)
        }
    }

    /// Of a dry run that was asked for everything.
    private func below() async throws -> [BackfillProgress] {
        guard let forecast else { return [] }
        let companies = forecast.book.homes.keys.sorted { $0.rawValue < $1.rawValue }
        guard !companies.isEmpty else { return [] }
        return try await ForecastBelow(forecast: forecast, companies: companies, show: show).run()
    }

    private func search(_ step: BackfillStep, _ kind: Kind) async throws -> BackfillProgress {
        var progress = BackfillProgress(step: step, seen: 0, queued: 0)
        let search = BackfillSearch(
            kind: kind, stage: kind == .company ? stage : nil, since: order.since,
            further: forecast?.properties(of: kind) ?? [])
        var cursor = try await place.begin(step)
        if cursor.isDone { return BackfillProgress(step: step, seen: cursor.seen, queued: cursor.queued, isDone: true) }
        let (before, began) = (cursor.seen, ContinuousClock.now)
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
            let accepted = try await accept(page.objects, step, kind, cursor, isLast: isLast)
            cursor = accepted.cursor
            if let forecast {
                progress.plan.add(try await forecast.hubspot(accepted.unlinked, kind))
                progress.plan.change(kind) { $0.update += accepted.changed }
            }
            (progress.seen, progress.queued, progress.total) = (cursor.seen, cursor.queued, isLast ? nil : total)
            progress.pace = BackfillPace(seen: cursor.seen - before, elapsed: .now - began, calls: pacing.calls.made)
            if isLast {
                if let forecast, let stage = search.stage {
                    let others = ForecastLeftOut(forecast: forecast, stage: stage, since: order.since)
                    let line = try await others.line(meeting: cursor.seen) {
                        progress.pace?.calls = pacing.calls.made
                        show(progress)
                    }
                    progress.plan.change(kind) { $0.add(line) }
                }
                progress.isDone = true
                return progress
            }
            show(progress)
        }
    }

    private func accept(
        _ objects: [HubSpotObject], _ step: BackfillStep, _ kind: Kind, _ reached: BackfillCursor, isLast: Bool
    ) async throws(ConsoleFailure) -> Accepted {
        try await ask { () async throws(DatabaseError) in
            try await database.transaction { (transaction) async throws(DatabaseError) -> Accepted in
                var cursor = reached
                let known = try await transaction.run(FindPairs(kind: kind, hubspotIDs: objects.map(\.id)))
                let sorting = BackfillSorting(objects, kind, known: known, step: step)
                let linked = Set(known.filter { $0.artisID != nil }.compactMap(\.hubspotID))
                let queued = Set(sorting.changes.map(\.hubspotID))
                let unlinked = objects.filter { queued.contains($0.id) && !linked.contains($0.id) }
                if order.dryRun {
                    cursor.queued += sorting.count
                    if let forecast {
                        for pair in known where pair.isLatched && pair.state != .stopped {
                            if kind == .company, let id = pair.hubspotID { forecast.book.open(id, pair.artisID) }
                        }
                    }
                    return Accepted(cursor: cursor, unlinked: unlinked, changed: queued.intersection(linked).count)
                }
                if !sorting.changes.isEmpty {
                    cursor.queued += try await transaction.run(AcceptChanges(sorting.changes, lane: .backfill)).count
                }
                if !sorting.discoveries.isEmpty {
                    let want = WantDiscovery(below: sorting.discoveries, lane: .backfill)
                    cursor.queued += try await transaction.run(want).count
                }
                try await place.move(cursor, step, isLast: isLast, in: transaction)
                return Accepted(cursor: cursor)
            }
        }
    }

    private struct Accepted {
        var cursor: BackfillCursor
        /// Of a dry run: what would be queued and is not linked, and how much that is.
        var unlinked: [HubSpotObject] = []
        var changed = 0
    }

    private func discover() async throws(ConsoleFailure) -> BackfillProgress {
        var cursor = try await place.begin(.discovery)
        if cursor.isDone { return BackfillProgress(step: .discovery, seen: cursor.seen, queued: cursor.queued, isDone: true) }
        while true {
            let reached = cursor
            let page = try await ask { () async throws(DatabaseError) in
                try await database.transaction { (transaction) async throws(DatabaseError) -> (BackfillCursor, Bool) in
                    var cursor = reached
                    let find = FindOpenCompanies(before: cursor.started, after: PairID(cursor.last))
                    let companies = try await transaction.run(find)
                    let isLast = companies.count < find.limit
                    cursor.last = companies.last?.pair.rawValue ?? cursor.last
                    cursor.seen += companies.count
                    cursor.queued += companies.count
                    if order.dryRun {
                        for company in companies { forecast?.book.open(company.hubspotID, company.artisID) }
                        return (cursor, isLast)
                    }
                    if !companies.isEmpty {
                        _ = try await transaction.run(WantDiscovery(below: companies.map(\.pair), lane: .backfill))
                    }
                    try await place.move(cursor, .discovery, isLast: isLast, in: transaction)
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
}
