import Artis
import Database
import Domain
import HTTP
import Testing

@testable import Console

@Suite("link")
struct LinkTests {
    private func link(_ bench: Bench, _ books: Books, _ lines: String) async throws -> [LinkReport] {
        let actions = try await books.artis.actionTable()
        let look = LinkLook(hubspot: books.hubspot, artis: books.artis, actions: actions)
        return try await Linker(desk: bench.desk, look: look, tries: 2, pause: .milliseconds(1)).run(LinkFile.parse(lines))
    }

    private func outcome(_ bench: Bench, _ books: Books, _ line: String) async throws -> LinkOutcome {
        try #require(try await link(bench, books, line).first).outcome
    }

    /// A deal and an affaire that exist on both sides.
    private func deal() -> Books {
        let books = Books()
        books.hubspot("deals/4102", companies: ["10"])
        books.artis("affaires/AF1", ["tiers": "T1"])
        return books
    }

    private static let linked = """
        SELECT count(*) FROM pair JOIN outbox ON pair_id = pair.id \
        WHERE pair.kind = 'deal' AND hubspot_id = '4102' AND artis_id = 'AF1' AND wanted > applied AND lane = 'live'
        """

    @Test("Two records that left no row become a pair, queued, and the audit says who")
    func unheard() async throws {
        try await Bench.with { bench in
            let outcome = try await outcome(bench, deal(), "deal,4102,artis:AF1")
            #expect(outcome == .linked)
            #expect(try await bench.number(Self.linked) == 1)
            #expect(try await bench.audit == ["camille link deal 4102 artis:AF1"])
        }
    }

    @Test("A row that one side left takes the other's id, whichever side it is", arguments: [true, false])
    func oneHalf(isHubSpot: Bool) async throws {
        try await Bench.with { bench in
            let half = try await bench.pair(
                .deal, isHubSpot ? "4102" : nil, artis: isHubSpot ? nil : "AF1", state: .retrying, reason: .error,
                wanted: 2, more: "attempts = 3, next_attempt_at = now() + interval '1 hour'")
            #expect(try await outcome(bench, deal(), "deal,4102,artis:AF1") == .linked)
            #expect(try await bench.number(Self.linked) == 1)
            #expect(
                try await bench.number(
                    "SELECT count(*) FROM pair WHERE id = \(half) AND attempts = 0 AND next_attempt_at IS NULL") == 1)
        }
    }

    @Test("Two halves become one row; doing it twice does it once")
    func twoHalves() async throws {
        try await Bench.with { bench in
            try await bench.pair(.deal, "4102", state: .waiting, reason: .noCompany)
            try await bench.pair(.deal, nil, artis: "AF1", state: .blocked, reason: .hubspotRefused)
            #expect(try await outcome(bench, deal(), "deal,4102,artis:AF1") == .linked)
            #expect(try await bench.number(Self.linked) == 1)
            #expect(try await bench.number("SELECT count(*) FROM pair WHERE kind = 'deal'") == 1)
            let wanted = try await bench.number("SELECT wanted FROM pair WHERE kind = 'deal'")
            #expect(try await outcome(bench, deal(), "deal,4102,artis:AF1") == .alreadyLinked)
            #expect(try await bench.number("SELECT wanted FROM pair WHERE kind = 'deal'") == wanted)
            #expect(try await bench.audit.count == 1)
        }
    }

    @Test("What is not there is refused, on either side")
    func unknown() async throws {
        try await Bench.with { bench in
            let reports = try await link(bench, deal(), "deal,99,artis:AF1\ndeal,4102,artis:AF9")
            #expect(
                reports.map(\.outcome) == [
                    .refused(LinkRefusal(.hubspotUnknown)), .refused(LinkRefusal(.artisUnknown)),
                ])
            #expect(try await bench.number("SELECT count(*) FROM pair") == 0)
        }
    }

    @Test("What is linked elsewhere is refused, naming where")
    func elsewhere() async throws {
        try await Bench.with { bench in
            try await bench.pair(.deal, "4102", artis: "AF7", state: .synced)
            #expect(
                try await outcome(bench, deal(), "deal,4102,artis:AF1") == .refused(LinkRefusal(.hubspotLinked, "AF7")))
            try await bench.database.script("UPDATE pair SET hubspot_id = '77', artis_id = 'AF1'")
            #expect(
                try await outcome(bench, deal(), "deal,4102,artis:AF1") == .refused(LinkRefusal(.artisLinked, "77")))
            #expect(try await bench.audit.isEmpty)
        }
    }

    @Test("What hangs on another company is refused; while neither company is linked nothing speaks against it")
    func otherCompany() async throws {
        try await Bench.with { bench in
            let company = try await bench.pair(.company, "10", artis: "T2", state: .synced, latched: true)
            let refused = LinkOutcome.refused(LinkRefusal(.otherCompany, "HubSpot 10, artis:T1"))
            #expect(try await outcome(bench, deal(), "deal,4102,artis:AF1") == refused)
            try await bench.database.script("UPDATE pair SET hubspot_id = '11', artis_id = 'T1' WHERE id = \(company)")
            #expect(try await outcome(bench, deal(), "deal,4102,artis:AF1") == refused)
            try await bench.database.script("UPDATE pair SET hubspot_id = '10' WHERE id = \(company)")
            #expect(try await outcome(bench, deal(), "deal,4102,artis:AF1") == .linked)
        }
    }

    @Test("Companies of a file go first, so that its deals are judged by them")
    func order() async throws {
        try await Bench.with { bench in
            let books = deal()
            books.hubspot("companies/10")
            books.artis("tiers/T2", ["relation": "Client"])
            let reports = try await link(bench, books, "\u{FEFF}deal,4102,artis:AF1\r\n\r\n company , 10 , artis:T2 \nnonsense")
            #expect(reports.map(\.line) == [1, 3, 4])
            #expect(reports[0].outcome == .refused(LinkRefusal(.otherCompany, "HubSpot 10, artis:T1")))
            #expect(reports[1].outcome == .linked)
            #expect(reports[2].json["reason"] == "LINE_UNREADABLE" && reports[2].json["kind"] == .null)
        }
    }

    @Test("R20 An action of another type is refused; one of the right type takes the activity's kind")
    func types() async throws {
        try await Bench.with { bench in
            let books = Books()
            books.action("COM", "TEL", "*", "CALL")
            books.action("COM", "RDV", "*", "MEETING")
            books.hubspot("meetings/7")
            books.artis("actions/AC1", ["tiers": "T1", "domaine": "COM", "type": "TEL", "motif": "X"])
            books.artis("actions/AC2", ["tiers": "T1", "domaine": "COM", "type": "RDV", "motif": "X"])
            books.artis("actions/AC3", ["tiers": "T1", "domaine": "ADM", "type": "RDV", "motif": "X"])
            #expect(
                try await outcome(bench, books, "meeting,7,artis:AC1") == .refused(LinkRefusal(.otherType, "call")))
            #expect(try await outcome(bench, books, "meeting,7,artis:AC3") == .refused(LinkRefusal(.otherType, "–")))
            try await bench.pair(.call, nil, artis: "AC2", wanted: 2)
            #expect(try await outcome(bench, books, "meeting,7,artis:AC2") == .linked)
            #expect(
                try await bench.number("SELECT count(*) FROM pair WHERE kind = 'meeting' AND hubspot_id = '7'") == 1)
        }
    }

    @Test("What a worker has in hands is not linked under it")
    func underWay() async throws {
        try await Bench.with { bench in
            try await bench.pair(.deal, "4102", wanted: 2, more: "lease_owner = 'w', lease_until = now() + interval '1 minute'")
            #expect(try await outcome(bench, deal(), "deal,4102,artis:AF1") == .refused(LinkRefusal(.underWay)))
            try await bench.database.script("UPDATE pair SET lease_until = now() - interval '1 minute'")
            #expect(try await outcome(bench, deal(), "deal,4102,artis:AF1") == .linked)
        }
    }

    @Test("A line is three cells: a kind, an id of HubSpot and an id of artis")
    func lines() throws {
        let order = try LinkOrder(line: 1, kind: "deal", hubspot: "4102", artis: "artis:AF1")
        #expect(LinkFile.parse("deal,4102,artis:AF1") == [.order(order)])
        for line in ["deal,4102", "deal,4102,AF1", "activity,artis:AC1,artis:AC1", "deal,artis:AF1,4102", "person,1,artis:2"] {
            guard case .unreadable = LinkFile.parse(line).first else {
                Issue.record("\(line) is read")
                continue
            }
        }
    }
}
