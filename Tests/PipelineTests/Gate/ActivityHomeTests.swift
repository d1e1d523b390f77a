import Database
import Domain
import Testing
import Trades

@testable import Pipeline

@Suite("R12 R21 The company that an activity has from its deals")
struct ActivityHomeTests {
    /// A call of a deal that hangs on several companies, 7 with the primary mark: HubSpot made it of a mail domain, and it
    /// has no SIRET.
    private func survey(_ bench: Bench, companies: [String], isLookedAt: Bool = true, dealHangsOn current: PairID?) async throws -> Survey {
        try await bench.holdActions()
        let made = try await bench.plant(.company, "7")
        if isLookedAt { try await bench.database.script("UPDATE pair SET looked_at = now(), applied = wanted WHERE id = \(made)") }
        bench.hubspot.put("deals/3", ["dealname": "Toiture"])
        bench.hubspot.associate("deals/3", "companies", companies, primary: "7")
        _ = try await bench.plant(.deal, "3", latched: true) { $0.companyID = current }
        bench.hubspot.put("calls/4102", ["hs_timestamp": "2026-03-02T09:00:00Z", "hs_call_title": "Rappel"])
        bench.hubspot.associate("calls/4102", "deals", ["3"])
        let call = try await bench.leased(.call, "4102")
        return try await DependantSurvey(ActivityTrade()).survey([call], lane: .live, in: bench.workshop)
    }

    @Test("is not one without a SIRET where a synced one is there")
    func made() async throws {
        try await Bench.with { bench in
            let five = try await bench.plantOpen("5", tiers: "T5")
            let survey = try await survey(bench, companies: ["5", "7"], dealHangsOn: five)
            #expect(survey.candidates.map(\.pair.companyID) == [five])
        }
    }

    @Test("is decided only once that one was looked at")
    func unseen() async throws {
        try await Bench.with { bench in
            let five = try await bench.plantOpen("5", tiers: "T5")
            let survey = try await survey(bench, companies: ["5", "7"], isLookedAt: false, dealHangsOn: five)
            #expect(survey.candidates.isEmpty && survey.settled.map(\.answers) == [false])
        }
    }

    @Test("is the deal's own among several that are synced")
    func current() async throws {
        try await Bench.with { bench in
            let (five, six) = try await (bench.plantOpen("5", tiers: "T5"), bench.plantOpen("6", tiers: "T6"))
            let survey = try await survey(bench, companies: ["5", "6", "7"], dealHangsOn: six)
            #expect(survey.candidates.map(\.pair.companyID) == [six] && five != six)
        }
    }
}
