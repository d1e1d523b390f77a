import Database
import Domain
import Testing
import Trades

@testable import Pipeline

@Suite("R26 A company that HubSpot shows no more")
struct FormerCompanyTests {
    /// A call that hung on company 5, which HubSpot shows no longer, with a deal of company 6.
    private func call(_ bench: Bench) async throws -> (pair: Pair, five: PairID, six: PairID) {
        try await bench.holdActions()
        let (five, six) = try await (bench.plantOpen("5", tiers: "T5"), bench.plantOpen("6", tiers: "T6"))
        bench.hubspot.put("deals/3", ["dealname": "Toiture"])
        bench.hubspot.associate("deals/3", "companies", ["6"], primary: "6")
        bench.hubspot.put("calls/4102", ["hs_timestamp": "2026-03-02T09:00:00Z", "hs_call_title": "Rappel"])
        bench.hubspot.associate("calls/4102", "deals", ["3"])
        let pair = try await bench.leased(.call, "4102", latched: true) {
            $0.artisID = ID("AC1")
            $0.companyID = five
        }
        try await bench.carryHints()
        return (pair, five, six)
    }

    private func survey(_ bench: Bench, _ pair: Pair) async throws -> Survey {
        try await DependantSurvey(ActivityTrade()).survey([pair], lane: .live, in: bench.workshop)
    }

    @Test("archived a moment ago, unknown to anyone: it is looked at first, and the call moves nowhere meanwhile")
    func away() async throws {
        try await Bench.with { bench in
            let (pair, five, _) = try await call(bench)
            bench.hubspot.remove("companies/5")
            let survey = try await survey(bench, pair)
            #expect(survey.candidates.isEmpty && survey.settled.map(\.answers) == [false])
            #expect(survey.settled.first?.nextAttemptAt != nil)
            #expect(try await bench.hints(of: five).count == 1)
        }
    }

    @Test("stopped: the call waits for it")
    func stopped() async throws {
        try await Bench.with { bench in
            let (pair, five, _) = try await call(bench)
            try await bench.database.script("UPDATE pair SET state = 'stopped', reason = 'DELETED_IN_HUBSPOT' WHERE id = \(five)")
            let survey = try await survey(bench, pair)
            #expect(survey.settled.map(\.pair.reason) == [.companyStopped] && survey.settled.first?.pair.companyID == five)
        }
    }

    @Test("there still: somebody took the call away from it, and it goes to its deal's (R12)")
    func left() async throws {
        try await Bench.with { bench in
            let (pair, five, six) = try await call(bench)
            let survey = try await survey(bench, pair)
            #expect(survey.candidates.map(\.pair.companyID) == [six])
            #expect(try await bench.hints(of: five).isEmpty)
        }
    }
}
