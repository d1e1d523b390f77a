import Database
import Domain
import Oversight

/// Messages that could not be worked on, a page at a time; each with its bytes on a page of its own.
struct DeadPage: Sendable {
    var filter: DeadLetterFilter
    var after: Int64?
    var letters: [DeadLetterRow]
    var hasMore: Bool

    static func read(_ site: Site, _ visit: Visit) async throws(PageFault) -> DeadPage {
        let filter = DeadLetterFilter(kind: visit.query["kind"].flatMap(Kind.init(rawValue:)))
        let after = visit.query["after"].flatMap { Int64($0) }
        let letters = try await site.ask { (database) async throws(DatabaseError) in
            try await database.run(ListDeadLetters(filter, after: after ?? 0, limit: Pager.size + 1, bytes: 0))
        }
        return DeadPage(
            filter: filter, after: after, letters: Array(letters.prefix(Pager.size)), hasMore: letters.count > Pager.size)
    }

    /// - Parameter bytes: how many of its bytes, from their beginning.
    static func letter(_ site: Site, _ visit: Visit, bytes: Int) async throws(PageFault) -> DeadLetterRow {
        guard let id = visit.parts["letter"].flatMap({ Int64($0) }) else { throw .notFound }
        let letters = try await showing { () async throws(OperatorFailure) in
            try await site.person(visit).deadLetters(DeadLetterFilter(ids: [id]), bytes: bytes)
        }
        guard let letter = letters.first else { throw .notFound }
        return letter
    }
}
