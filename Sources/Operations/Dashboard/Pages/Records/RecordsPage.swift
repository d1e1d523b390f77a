import Database
import Domain

/// Records by kind, state, reason or company, a page at a time.
struct RecordsPage: Sendable {
    var filter: StandingFilter
    var company: PairID?
    var after: PairID?
    var rows: [RecordRow]
    var hasMore: Bool

    static func read(_ site: Site, _ visit: Visit) async throws(PageFault) -> RecordsPage {
        let filter = visit.filter(visit.query)
        let company = visit.query["company"].flatMap { Int64($0) }.map(PairID.init(_:))
        let after = visit.query["after"].flatMap { Int64($0) }.map(PairID.init(_:))
        let rows = try await site.ask { (database) async throws(DatabaseError) in
            try await database.run(ListRecords(filter, company: company, after: after, limit: Pager.size + 1))
        }
        return RecordsPage(
            filter: filter, company: company, after: after, rows: Array(rows.prefix(Pager.size)),
            hasMore: rows.count > Pager.size)
    }
}
