import Database
import Domain
import HubSpot
import Runtime
import Synchronization
import TestKit
import Testing

@testable import Ingest

@Suite("One poll")
struct PollTests {
    private static let start = WallClock.now().milliseconds

    private func poll(
        _ kind: Kind, _ test: TestDatabase, _ book: SearchBook, _ memory: inout PollMemory, siret: String? = nil
    ) async throws {
        let client = HubSpotClient(transport: book, baseURL: "http://hubspot.test", token: Secret("t"), pace: .silent)
        try await Poll(kind: kind, database: test.database, hubspot: client, siretProperty: siret).run(remembering: &memory)
    }

    private func poll(_ kind: Kind, _ test: TestDatabase, _ book: SearchBook) async throws {
        var memory = PollMemory()
        try await poll(kind, test, book, &memory)
    }

    /// How many changes each record of a kind has been told.
    private func told(_ kind: Kind, _ test: TestDatabase) async throws -> [String: Int64] {
        let rows = try await test.database.run(SeeTold(kind: kind))
        return Dictionary(uniqueKeysWithValues: rows)
    }

    private static func records(_ count: Int) -> [SearchBook.Record] {
        (1...count).map { SearchBook.Record(id: "\($0)", modified: start + Int64($0)) }
    }

    @Test("R10 a deal or contact that is neither known nor ticked leaves no row; a company or an activity does", arguments: [
        (Kind.deal, false), (.contact, false), (.company, true), (.call, true),
    ])
    func unticked(kind: Kind, leavesRow: Bool) async throws {
        try await TestDatabase.with { test in
            let book = SearchBook([
                SearchBook.Record(id: "1", modified: Self.start + 1),
                SearchBook.Record(id: "2", modified: Self.start + 2, isTicked: false),
            ])
            try await poll(kind, test, book)
            #expect(try await told(kind, test) == (leavesRow ? ["1": 1, "2": 1] : ["1": 1]))
        }
    }

    @Test("R11 a deal that is known and loses its tick is told all the same")
    func untickedLater() async throws {
        try await TestDatabase.with { test in
            _ = try await test.database.run(AcceptChanges([Change(kind: .deal, hubspotID: ID("2"))], lane: .live))
            let book = SearchBook([SearchBook.Record(id: "2", modified: Self.start + 2, isTicked: false)])
            try await poll(.deal, test, book)
            #expect(try await told(.deal, test) == ["2": 2])
        }
    }

    @Test("R25 what bears our own mark waits for the commit that may have made it; what does not is due at once")
    func ours() async throws {
        try await TestDatabase.with { test in
            let book = SearchBook([
                SearchBook.Record(id: "1", modified: Self.start + 1),
                SearchBook.Record(id: "2", modified: Self.start + 2, reference: "affaires:AF1"),
            ])
            try await poll(.deal, test, book)
            #expect(try await told(.deal, test) == ["1": 1, "2": 1])
            let due = try await test.database.run(ClaimOutbox(limit: 9, claim: .seconds(60)))
            #expect(due.map(\.externalID) == ["1"])
        }
    }

    @Test("R28 a contact that holds the mail of a blocked one is told, ticked or not; a deal with that id is not", arguments: [
        (Kind.contact, true), (.deal, false),
    ])
    func holder(kind: Kind, isTold: Bool) async throws {
        try await TestDatabase.with { test in
            _ = try await test.database.run(AcceptChanges([Change(kind: .contact, hubspotID: ID("9"))], lane: .live))
            try await test.database.script("UPDATE pair SET state = 'blocked', reason = 'CONTACT_DUPLICATE', detail = '2'")
            let book = SearchBook([
                SearchBook.Record(id: "2", modified: Self.start + 2, isTicked: false),
                SearchBook.Record(id: "3", modified: Self.start + 3, isTicked: false),
            ])
            try await poll(kind, test, book)
            #expect(try await told(kind, test)["2"] == (isTold ? 1 : nil))
            #expect(try await told(kind, test)["3"] == nil)
        }
    }

    @Test("R9 a polled company's SIRET is seen at once, normalised, eligible or not; one that is empty or invalid is forgotten")
    func sirets() async throws {
        try await TestDatabase.with { test in
            _ = try await test.database.run(SeeSIRETs([(company: ID("2"), siret: "a"), (company: ID("3"), siret: "a")]))
            let book = SearchBook([
                SearchBook.Record(id: "1", modified: Self.start + 1, siret: "356 000 000 00048"),
                SearchBook.Record(id: "2", modified: Self.start + 2, siret: "123"),
            ])
            var memory = PollMemory()
            try await poll(.company, test, book, &memory, siret: "SIRET")
            let seen = try await test.database.run(FindSIRETs(["35600000000048", "a", "123"]))
            #expect(seen.map(\.hubspotID) == [ID("1"), ID("3")])
        }
    }

    @Test("R9 R26 a company that is known to be gone holds no SIRET, though a search shows it still", arguments: [
        "merged_into = '9'", "state = 'stopped', reason = 'MERGED_IN_HUBSPOT'", "state = 'stopped', reason = 'DELETED_IN_HUBSPOT'",
    ])
    func gone(standing: String) async throws {
        try await TestDatabase.with { test in
            _ = try await test.database.run(AcceptChanges([Change(kind: .company, hubspotID: ID("1"))], lane: .live))
            try await test.database.script("UPDATE pair SET \(standing)")
            let book = SearchBook([SearchBook.Record(id: "1", modified: Self.start + 1, siret: "356 000 000 00048")])
            var memory = PollMemory()
            try await poll(.company, test, book, &memory, siret: "SIRET")
            #expect(try await test.database.run(FindSIRETs(["35600000000048"])).isEmpty)
        }
    }

    @Test("R9 while it is not known which property holds the SIRET, nothing is forgotten")
    func siretUnknown() async throws {
        try await TestDatabase.with { test in
            _ = try await test.database.run(SeeSIRETs([(company: ID("1"), siret: "a")]))
            try await poll(.company, test, SearchBook(Self.records(1)))
            #expect(try await test.database.run(FindSIRETs(["a"])).count == 1)
        }
    }

    @Test("what the overlap shows again tells nothing new, in this process and in another; what has changed since does")
    func overlap() async throws {
        try await TestDatabase.with { test in
            let book = SearchBook(Self.records(3))
            var memory = PollMemory()
            try await poll(.company, test, book, &memory)
            try await poll(.company, test, book, &memory)
            try await poll(.company, test, book)
            #expect(try await told(.company, test) == ["1": 1, "2": 1, "3": 1])
            book.records.withLock { $0[1].modified += 10 }
            try await poll(.company, test, book, &memory)
            #expect(try await told(.company, test) == ["1": 1, "2": 2, "3": 1])
        }
    }

    @Test("Invariant 1: the cursor moves in the transaction that accepts its page, or not at all")
    func oneTransaction() async throws {
        try await TestDatabase.with { test in
            try await test.database.script(
                """
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$;
                CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON cursor FOR EACH ROW WHEN (NEW.name LIKE 'poll%')
                    EXECUTE FUNCTION refuse()
                """)
            let book = SearchBook(Self.records(3))
            await #expect(throws: PollFailure.self) { try await poll(.company, test, book) }
            #expect(try await told(.company, test).isEmpty)
            try await test.database.script("DROP TRIGGER refuse ON cursor")
            try await poll(.company, test, book)
            #expect(try await told(.company, test).count == 3)
        }
    }

    @Test("a poll that breaks off keeps the pages it had, and the next one brings the rest")
    func brokenOff() async throws {
        try await TestDatabase.with { test in
            let book = SearchBook(Self.records(5))
            book.fail(from: 2)
            await #expect(throws: PollFailure.self) { try await poll(.company, test, book) }
            #expect(try await told(.company, test) == ["1": 1, "2": 1])
            let cursor = try await test.database.first(ReadCursor("poll.company"))
            #expect(cursor == "\(Self.start + 2)")
            book.fail(from: nil)
            try await poll(.company, test, book)
            #expect(try await told(.company, test).count == 5)
        }
    }
}

private struct SeeTold: Statement {
    var kind: Kind
    static let sql = "SELECT hubspot_id, wanted FROM pair WHERE kind = $1"
    var parameters: [Parameter] { [.text(kind.rawValue)] }
    static func decode(_ row: RowReader) throws(DatabaseError) -> (String, Int64) { (try row.text(0), try row.int(1)) }
}
