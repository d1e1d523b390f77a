import Artis
import Database
import Domain
import Oversight
import Runtime

/// Finds what artis holds and nobody has told of, a page of its listing at a time, and queues it in the lane of its own
/// (R9, R14). Reading artis costs nothing; what is not eligible leaves no row.
struct ArtisBackfill {
    let order: BackfillOrder
    let artis: ArtisClient
    let database: Database
    let pacing: BackfillPacing
    let show: (BackfillProgress) -> Void
    /// Of a dry run.
    let forecast: Forecast?

    func run(_ kind: Kind, keeping cursors: BackfillPlace) async throws -> BackfillProgress {
        let step = BackfillStep.listing(kind)
        var eligibility = ArtisEligibility()
        if kind.role == .activity {
            eligibility.actions = try await pacing.run { () async throws(ArtisFailure) in try await artis.actionTable() }
            if !order.kinds.isEmpty { eligibility.kinds = order.kinds }
        }
        var progress = BackfillProgress(step: step, seen: 0, queued: 0)
        var cursor = try await cursors.begin(step)
        if cursor.isDone { return BackfillProgress(step: step, seen: cursor.seen, queued: cursor.queued, isDone: true) }
        let (before, began) = (cursor.seen, ContinuousClock.now)
        func pace() -> BackfillPace {
            BackfillPace(seen: cursor.seen - before, elapsed: .now - began, calls: pacing.calls.made)
        }
        while true {
            let listing = try await page(of: kind, &cursor)
            let entries = listing.entries.filter { order.includes($0.modified) }
            let found = try await sort(entries, kind, eligibility)
            cursor.seen += listing.entries.count
            cursor.page = listing.after
            if order.dryRun {
                cursor.queued += found.changes.count
                progress.plan.add(found.plan)
                if let forecast {
                    let plan = try await forecast.artis(found.records, kind) {
                        progress.pace = pace()
                        show(progress)
                    }
                    progress.plan.add(plan)
                }
            } else {
                cursor = try await accept(found.changes, step, cursor, cursors)
            }
            (progress.seen, progress.queued) = (cursor.seen, cursor.queued)
            progress.pace = pace()
            progress.isDone = listing.after == nil
            if progress.isDone { return progress }
            show(progress)
        }
    }

    /// A place in a listing that artis does not know any more begins it anew: twice is once.
    private func page(of kind: Kind, _ cursor: inout BackfillCursor) async throws -> ArtisListing {
        let collection = ArtisCollection(kind)
        let after = cursor.page
        do {
            return try await pacing.run { () async throws(ArtisFailure) in
                try await artis.list(collection, after: after)
            }
        } catch ConsoleFailure.artis(.refused) where after != nil {
            (cursor.page, cursor.seen) = (nil, 0)
            return try await pacing.run { () async throws(ArtisFailure) in try await artis.list(collection) }
        }
    }

    private struct Found {
        var changes: [ArtisTold] = []
        /// Those of them that left no row.
        var records: [ArtisObject] = []
        /// What is known of the others.
        var plan = Plan()
    }

    private func sort(
        _ entries: [ArtisListing.Entry], _ kind: Kind, _ eligibility: ArtisEligibility
    ) async throws -> Found {
        let known = try await ask { () async throws(DatabaseError) in
            try await database.run(FindPairsInCollection(of: kind, artisIDs: entries.map(\.id)))
        }
        let rows = Dictionary(
            known.compactMap { pair in pair.artisID.map { ($0, pair) } }, uniquingKeysWith: { first, _ in first })
        var found = Found()
        for entry in entries {
            guard let pair = rows[entry.id] else { continue }
            found.plan.find(pair.kind)
            if let version = news(of: entry, pair) {
                found.changes.append(ArtisTold(kind: kind, artisID: entry.id, version: version))
                found.plan.change(pair.kind) { $0.lookAgain(pair) }
            }
        }
        let unknown = entries.filter { rows[$0.id] == nil }
        guard !unknown.isEmpty else { return found }
        let records = try await pacing.run { () async throws(ArtisFailure) in
            try await artis.read(ArtisCollection(kind), .ids(unknown.map(\.id)))
        }.records
        let homes = try await ArtisHomes(artis: artis, database: database, pacing: pacing).of(records)
        for record in records {
            let own = kind.role == .activity ? eligibility.actions.kind(of: record.action) : kind
            found.plan.find(own)
            switch eligibility.obstacle(record, kind, home: record.home.flatMap { homes[$0] }) {
            case nil: found.records.append(record)
            case .because(let reason): found.plan.change(own) { $0.hold(.notEligible(reason)) }
            case .notAsked: break
            }
        }
        found.changes += found.records.map { ArtisTold(kind: kind, artisID: $0.id, version: $0.version) }
        return found
    }

    /// What a listing tells of a record that has a row.
    ///
    /// - Returns: nil for nothing; else the version to tell, which is nil for one that is looked at whatever it was.
    private func news(of entry: ArtisListing.Entry, _ pair: Pair) -> Int64?? {
        if pair.wanted > pair.applied { return nil }
        // What stayed out is looked at again, changed or not.
        guard pair.isLatched, pair.state != .stopped else { return .some(nil) }
        guard !order.kinds.isEmpty, entry.version > pair.artisVersion ?? -1 else { return nil }
        return .some(entry.version)
    }

    private func accept(
        _ changes: [ArtisTold], _ step: BackfillStep, _ reached: BackfillCursor, _ cursors: BackfillPlace
    ) async throws(ConsoleFailure) -> BackfillCursor {
        try await ask { () async throws(DatabaseError) in
            try await database.transaction { (transaction) async throws(DatabaseError) -> BackfillCursor in
                var cursor = reached
                if !changes.isEmpty {
                    cursor.queued += try await transaction.run(AcceptArtisChanges(changes, lane: .backfill)).count
                }
                try await cursors.move(cursor, step, isLast: cursor.page == nil, in: transaction)
                return cursor
            }
        }
    }
}
