import Domain
import HubSpot

/// Which records the next search asks for. HubSpot serves 10,000 results of one query: beyond them the window starts
/// again at the last modified date seen; where more records than that share one instant (HubSpot's own mass updates),
/// it walks through that instant by record id.
struct PollWindow: Equatable {
    static let pageSize = 200
    static let cap = 10_000

    /// Modified at or after.
    var from: Instant
    /// Within the single instant `from`, records after this id.
    var walk: Walk?
    var after: String?
    private var served = 0

    struct Walk: Equatable {
        var lastID: Int64
    }

    init(from: Instant) { self.from = from }

    func query(_ kind: Kind, properties: [String]) -> HubSpotSearch {
        let modified = kind == .contact ? "lastmodifieddate" : "hs_lastmodifieddate"
        let moment = String(from.milliseconds)
        guard let walk else {
            return HubSpotSearch(
                groups: [[HubSpotFilter(modified, .gte, moment)]], sort: modified, properties: properties + [modified],
                limit: Self.pageSize, after: after)
        }
        return HubSpotSearch(
            groups: [[HubSpotFilter(modified, .eq, moment), HubSpotFilter("hs_object_id", .gt, String(walk.lastID))]],
            sort: "hs_object_id", properties: properties + [modified], limit: Self.pageSize, after: nil)
    }

    /// The window of the next search; nil when all has been seen.
    func next(after page: HubSpotPage) -> PollWindow? {
        var window = self
        if walk != nil {
            guard page.objects.count == Self.pageSize else {
                // The instant is exhausted: go on a millisecond later.
                return PollWindow(from: Instant(milliseconds: from.milliseconds + 1))
            }
            window.walk = Walk(lastID: page.objects.compactMap { Int64($0.id.rawValue) }.max() ?? 0)
            return window
        }
        guard let after = page.after else { return nil }
        window.served += page.objects.count
        if window.served + Self.pageSize <= Self.cap {
            window.after = after
            return window
        }
        let last = page.objects.compactMap(\.modified).max() ?? from
        if last.milliseconds > from.milliseconds { return PollWindow(from: last) }
        var walking = PollWindow(from: from)
        walking.walk = Walk(lastID: 0)
        return walking
    }
}
