import Artis
import Database
import Domain

/// Finds what changed in artis while the feed was not read (410 `CURSEUR_PERIME`): lists every collection page by page,
/// accepts what is younger than we know, and at the end what was not shown any more; then the feed goes on from the place
/// at which the listing began.
struct Comparing {
    let database: Database
    let artis: ArtisClient

    func underWay() async throws(PollFailure) -> Comparison? {
        do throws(DatabaseError) { return CursorText.read(try await database.first(ReadCursor(Comparison.name))) } catch {
            throw .database("\(error)")
        }
    }

    func begin(since place: FeedPlace) async throws(PollFailure) { try await begin(Comparison(since: place)) }

    private func begin(_ comparison: Comparison) async throws(PollFailure) {
        try await together { (transaction) async throws(DatabaseError) in
            try await transaction.execute(ClearListed())
            try await transaction.execute(DropCursor(Comparison.begun))
            _ = try await transaction.first(StartCursor(Comparison.begun))
            try await transaction.execute(MoveCursor(Comparison.name, to: CursorText.write(comparison)))
        }
    }

    /// The next page.
    func step(_ comparison: Comparison) async throws(PollFailure) {
        guard let collection = comparison.place else { return try await begin(comparison.anew) }
        let listing: ArtisListing
        do throws(ArtisFailure) { listing = try await artis.list(collection, after: comparison.after) } catch {
            // A listing that artis does not go on with is begun anew.
            if case .refused = error, comparison.after != nil { return try await begin(comparison.anew) }
            throw PollFailure(error)
        }
        guard comparison.cursor ?? listing.cursor != nil else { throw .later("a listing of artis has no \"curseur\"") }
        try await together { (transaction) async throws(DatabaseError) in
            try await accept(listing, of: collection, in: comparison, transaction)
        }
    }

    private func accept(
        _ listing: ArtisListing, of collection: ArtisCollection, in comparison: Comparison, _ transaction: Transaction
    ) async throws(DatabaseError) {
        let told = listing.entries.map { entry in
            ArtisTold(
                kind: collection.anyKind, artisID: entry.id, version: entry.version,
                concernsKnownOnly: entry.modified.map { $0.milliseconds < comparison.since } ?? false)
        }
        if !told.isEmpty { _ = try await transaction.run(AcceptArtisChanges(told, lane: .backfill)) }
        let marked = try await transaction.execute(NoteListed(collection.rawValue, listing.entries.map(\.id)))
        if let next = comparison.next(after: listing, marked: marked) {
            try await transaction.execute(MoveCursor(Comparison.name, to: CursorText.write(next)))
        } else {
            try await end(comparison, shown: comparison.shown + Int64(marked), cursor: comparison.cursor ?? listing.cursor, transaction)
        }
    }

    /// All is listed: what was not shown is looked at, unless the marks were lost on the way.
    private func end(
        _ comparison: Comparison, shown: Int64, cursor: String?, _ transaction: Transaction
    ) async throws(DatabaseError) {
        let begun = try await transaction.first(StartCursor(Comparison.begun))
        let isWhole = try await transaction.first(CountListed()) == shown
        if isWhole, let begun, let cursor {
            _ = try await transaction.run(AcceptUnlisted(since: begun, lane: .backfill))
            let place = FeedPlace(cursor: cursor, at: begun.milliseconds)
            try await transaction.execute(MoveCursor(FeedPlace.name, to: CursorText.write(place)))
            try await transaction.execute(DropCursor(Comparison.name))
        } else {
            try await transaction.execute(MoveCursor(Comparison.name, to: CursorText.write(comparison.anew)))
        }
        try await transaction.execute(DropCursor(Comparison.begun))
        if !isWhole { _ = try await transaction.first(StartCursor(Comparison.begun)) }
        try await transaction.execute(ClearListed())
    }

    private func together(
        _ body: (Transaction) async throws(DatabaseError) -> Void
    ) async throws(PollFailure) {
        do throws(DatabaseError) { try await database.transaction(body) } catch { throw .database("\(error)") }
    }
}
