import Artis
import Database
import Domain
import Logging
import Observability
import Pipeline
import Runtime
import ServiceLifecycle

/// One turn of the feed's reader: the next page of changes, accepted in the transaction that moves the cursor; or, where
/// the feed no longer reaches back to it, the next page of the comparison that takes its place.
struct FeedReading {
    let database: Database
    let artis: ArtisClient
    /// How long artis may hold back an answer while nothing changes.
    let wait: Duration
    var metrics = IntakeMetrics(Metrics())
    let logger: Logger

    /// - Returns: how far it has come by this turn.
    func turn(_ progress: CatchingUp = .done) async throws(PollFailure) -> CatchingUp {
        if progress == .begins { try await mark(CaughtUp.not) }
        let catchesUp = progress != .done
        let unchanged: CatchingUp = catchesUp ? .goesOn : .done
        let comparing = Comparing(database: database, artis: artis)
        if let comparison = try await comparing.underWay() {
            try await comparing.step(comparison)
            return unchanged
        }
        guard let place: FeedPlace = CursorText.read(try await stored(FeedPlace.name)) else {
            try await begin()
            return unchanged
        }
        switch await changes(after: place.cursor, wait: catchesUp ? .zero : wait) {
        case .success(let page):
            try await accept(page, after: place, catchingUp: catchesUp)
            guard catchesUp, !page.hasMore else { return unchanged }
            try await mark(CaughtUp.since(WallClock.now()))
            return .done
        case .failure(let error) where error.isCursorExpired:
            logger.warning("the feed of artis does not reach back to the last change read: all records are compared")
            try await comparing.begin(since: place)
            return unchanged
        case .failure(let error): throw PollFailure(error)
        }
    }

    private func mark(_ text: String) async throws(PollFailure) {
        do throws(DatabaseError) { try await database.execute(MoveCursor(CaughtUp.cursor, to: text)) } catch {
            throw .database("\(error)")
        }
    }

    /// The first start: the feed begins now. What was there before is brought by `backfill`.
    private func begin() async throws(PollFailure) {
        switch await changes(after: nil, wait: .zero) {
        case .success(let page):
            let place = FeedPlace(cursor: page.next, at: WallClock.now().milliseconds)
            try await keep(page.changes.filter { !$0.isOurs }, of: page, place)
        case .failure(let error): throw PollFailure(error)
        }
    }

    /// An answer that is waited for must not hold up the end of the program.
    private func changes(after cursor: String?, wait: Duration) async -> Result<ArtisFeedPage, ArtisFailure> {
        await cancelWhenGracefulShutdown { () async -> Result<ArtisFeedPage, ArtisFailure> in
            do throws(ArtisFailure) { return .success(try await artis.changes(after: cursor, wait: wait)) } catch {
                return .failure(error)
            }
        }
    }

    /// R25: what we wrote ourselves was decided from the version before it, so nothing can hide behind it.
    private func accept(_ page: ArtisFeedPage, after place: FeedPlace, catchingUp: Bool) async throws(PollFailure) {
        guard page.next != place.cursor else { return }
        let last = page.changes.compactMap { $0.at?.milliseconds }.max() ?? place.at
        let news = page.changes.filter { catchingUp || !$0.isOurs }
        try await keep(news, of: page, FeedPlace(cursor: page.next, at: max(place.at, last)))
    }

    private func keep(
        _ news: [ArtisChange], of page: ArtisFeedPage, _ place: FeedPlace
    ) async throws(PollFailure) {
        let told = news.map(ArtisTold.init)
        let trace = TraceContext.fresh()
        do throws(DatabaseError) {
            let accepted = try await database.transaction { (transaction) async throws(DatabaseError) in
                let accepted = told.isEmpty
                    ? [] : try await transaction.run(AcceptArtisChanges(told, lane: .live, trace: trace.traceparent))
                try await wakeLinked(with: news, in: transaction)
                try await transaction.execute(MoveCursor(FeedPlace.name, to: CursorText.write(place)))
                return accepted.count
            }
            metrics.told(accepted, by: .feed, .accepted)
            metrics.told(page.changes.count - told.count, by: .feed, .echo)
            metrics.told(max(0, told.count - accepted), by: .feed, .known)
            if accepted > 0 {
                logger.info("changes told", [.count: "\(accepted)", .system: "artis", .trace: "\(trace.trace)"])
            }
        } catch {
            throw .database("\(error)")
        }
    }

    /// Deals and contacts that are back, though nobody here may have seen them gone: meanwhile artis took no link with them
    /// (R21, R26).
    private func wakeLinked(with news: [ArtisChange], in transaction: Transaction) async throws(DatabaseError) {
        let restored = news.filter { $0.operation == .creation && !$0.isOurs }
        for (kind, collection) in [(Kind.deal, ArtisCollection.affaires), (.contact, .interlocuteurs)] {
            let ids = restored.filter { $0.collection == collection }.map(\.id)
            guard !ids.isEmpty else { continue }
            let known = try await transaction.run(FindPairsByArtis(kind: kind, artisIDs: ids)).filter(\.isLatched)
            guard !known.isEmpty else { continue }
            _ = try await transaction.run(WantLinkedActivities(linkedTo: known.map(\.id), lane: .live))
        }
    }

    private func stored(_ name: String) async throws(PollFailure) -> String? {
        do throws(DatabaseError) { return try await database.first(ReadCursor(name)) } catch { throw .database("\(error)") }
    }
}

extension ArtisTold {
    init(_ change: ArtisChange) {
        self.init(
            kind: change.collection.anyKind, artisID: change.id, version: change.version,
            isDeleted: change.operation == .deletion)
    }
}

extension ArtisCollection {
    /// What stands for a record of this collection until it is read: an action may be any kind of activity.
    var anyKind: Kind {
        switch self {
        case .tiers: .company
        case .affaires: .deal
        case .interlocuteurs: .contact
        case .actions: .call
        }
    }
}
