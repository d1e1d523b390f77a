import Artis
import Domain

/// How far a comparison of all records of artis with our pairs has come. It stands in the database between two pages, so
/// that another process goes on where one ended, and holds no record.
struct Comparison: Codable, Equatable {
    static let name = "artis.compare"
    static let begun = "artis.compare.begun"

    /// Unknown records that changed before this moment, by artis' clock in milliseconds, are `backfill`'s.
    var since: Int64
    var collection: String = ArtisCollection.allCases[0].rawValue
    /// The next page; nil for the first.
    var after: String?
    /// Where the feed goes on afterwards: the place at which the first listing began.
    var cursor: String?
    /// How many records were marked as listed.
    var shown: Int64 = 0

    /// The feed may tell late, and clocks differ.
    private static let slack: Int64 = 600_000

    init(since place: FeedPlace) { since = place.at - Self.slack }

    var place: ArtisCollection? { ArtisCollection(rawValue: collection) }

    /// After a page of this listing; nil when every collection is listed.
    func next(after listing: ArtisListing, marked: Int) -> Comparison? {
        var next = self
        next.cursor = cursor ?? listing.cursor
        next.shown += Int64(marked)
        next.after = listing.after
        if listing.after != nil { return next }
        let all = ArtisCollection.allCases
        guard let index = place.flatMap(all.firstIndex), index + 1 < all.count else { return nil }
        next.collection = all[index + 1].rawValue
        return next
    }

    /// From its start again.
    var anew: Comparison {
        var anew = Comparison(since: FeedPlace(cursor: "", at: since))
        anew.since = since
        return anew
    }
}
