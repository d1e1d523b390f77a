import Database
import Domain

/// Companies that others wait for: why, and since when (R13). The point of it all.
struct WaitingPage: Sendable {
    var totals: CountWaitingDependants.Row?
    var rows: [ListWaitingCompanies.Row]
    var isFirst: Bool
    var hasMore: Bool

    static func read(_ site: Site, _ visit: Visit) async throws(PageFault) -> WaitingPage {
        let after = place(visit.query["after"])
        return try await site.ask { (database) async throws(DatabaseError) in
            let totals = try await database.first(CountWaitingDependants())
            let rows = try await database.run(ListWaitingCompanies(after: after, limit: Pager.size + 1))
            return WaitingPage(
                totals: totals, rows: Array(rows.prefix(Pager.size)), isFirst: after == nil, hasMore: rows.count > Pager.size)
        }
    }

    /// `<microseconds>.<company>`: where the page before ended.
    private static func place(_ text: String?) -> (oldest: Instant, company: PairID)? {
        let halves = (text ?? "").split(separator: ".")
        guard halves.count == 2, let moment = Int64(halves[0]), let company = Int64(halves[1]), (0...4_102_444_800_000_000).contains(moment)
        else { return nil }
        return (Instant(microseconds: moment), PairID(company))
    }
}
