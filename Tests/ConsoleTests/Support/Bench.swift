import Database
import Domain
import HTTP
import Runtime
import TestKit
import Testing

@testable import Console

/// A desk in front of a real database, and the paper that it writes on.
struct Bench {
    let desk: Desk
    let paper: Paper
    var database: Database { desk.database }

    static func with(language: Language = .en, _ body: (Bench) async throws -> Void) async throws {
        try await TestDatabase.with { test in
            let paper = Paper()
            let screen = Screen(language: language, colours: false, clock: .utc, write: { paper.write($0) })
            let desk = Desk(
                database: test.database, source: DatabaseSettings(url: Secret(test.url)), screen: screen,
                operatorName: "camille")
            try await body(Bench(desk: desk, paper: paper))
        }
    }

    /// One pair, in the words of the table; its id.
    @discardableResult
    func pair(
        _ kind: Kind, _ hubspot: String?, artis: String? = nil, company: PairID? = nil, state: State = .pending,
        reason: Reason? = nil, detail: String? = nil, wanted: Int = 1, applied: Int = 1, latched: Bool = false,
        more: String = ""
    ) async throws -> PairID {
        let insert = InsertPair(
            kind: kind, hubspot: hubspot, artis: artis, company: company, state: state, reason: reason, detail: detail,
            wanted: wanted, applied: applied, latched: latched)
        let id = try #require(try await database.first(insert))
        if !more.isEmpty { try await database.script("UPDATE pair SET \(more) WHERE id = \(id)") }
        return id
    }

    func number(_ question: String) async throws -> Int64 {
        try await database.script("DROP TABLE IF EXISTS asked; CREATE TABLE asked AS SELECT (\(question))::bigint AS n")
        return try #require(try await database.first(ReadAsked()))
    }

    var audit: [String] {
        get async throws { try await database.run(ReadAudit()) }
    }

    /// The one object that was written.
    var json: JSON {
        get throws { try JSON.parse(Array(try #require(paper.lines.last).utf8)) }
    }
}
