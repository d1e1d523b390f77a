import Database
import Domain
import TestKit

/// What uniting and merging move about, as it stands in a row.
struct SeeHalf: Statement {
    var id: PairID

    static let sql = """
        SELECT kind, hubspot_id, artis_id, merged_into, merge_loser, snapshot IS NOT NULL, creating_at IS NOT NULL,
            echo::text, detail, artis_version, artis_told
        FROM pair WHERE id = $1
        """

    var parameters: [Parameter] { [.int(id.rawValue)] }

    static func decode(_ row: RowReader) throws(DatabaseError) -> HalfSight {
        HalfSight(
            kind: try row.text(0), hubspotID: try row.textOrNull(1), artisID: try row.textOrNull(2),
            mergedInto: try row.textOrNull(3), loses: try row.bool(4), hasSnapshot: try row.bool(5),
            isBeingCreated: try row.bool(6), echo: try row.textOrNull(7), detail: try row.textOrNull(8),
            version: try row.intOrNull(9), told: try row.intOrNull(10))
    }
}

struct HalfSight: Sendable, Equatable {
    var kind: String
    var hubspotID: String?
    var artisID: String?
    var mergedInto: String?
    var loses: Bool
    var hasSnapshot: Bool
    var isBeingCreated: Bool
    var echo: String?
    var detail: String?
    var version: Int64?
    var told: Int64?
}

/// How many rows a query finds.
struct CountRows: Statement {
    static let sql = "SELECT count(*) FROM counted"
    static func decode(_ row: RowReader) throws(DatabaseError) -> Int { Int(try row.int(0)) }
}

extension TestDatabase {
    /// nil when the row is gone.
    func half(_ pair: PairID) async throws -> HalfSight? { try await database.first(SeeHalf(id: pair)) }

    func count(_ query: String) async throws -> Int {
        try await database.script("DROP TABLE IF EXISTS counted; CREATE TABLE counted AS \(query)")
        return try await database.first(CountRows()) ?? -1
    }

    /// A row that only artis knows.
    func plantHalf(_ kind: Kind = .company, artis: String, _ shape: (inout PlantPair) -> Void = { _ in }) async throws -> PairID {
        try await plant(kind) {
            $0.artis_id = artis
            shape(&$0)
        }
    }

    func join(_ one: PairID, _ other: PairID, lane: Lane = .live) async throws -> PairID? {
        try await database.first(JoinHalves(one, other, lane: lane))
    }
}
