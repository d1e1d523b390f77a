import Domain
import HTTP
import TestKit
import Testing

/// Issue, Show 3: a whole company's data, told in the worst order.
@Suite struct ScaleTests {
    @Test("500 companies and 2,000 dependants, told dependants first, shuffled and three times over, end exactly right")
    func dependantsFirst() async throws {
        try await FleetUnderTest.run(
            sandbox: ["--fill", "sme", "--companies", "500"] + FleetUnderTest.briskSandbox,
            settings: FleetUnderTest.briskSettings
        ) { fleet in
            try await fleet.setDelay(20)
            let data = try await StormData(fleet.sandbox)
            #expect(data.companies.count == 500)
            #expect(data.dependants.count >= 1_900)
            var random = StormRandom(seed: 3)
            try fleet.start("ingest")
            try fleet.startWorkers(count: 3)

            let telling = StormTelling(fleet: fleet)
            let began = ContinuousClock.now
            #expect(try await telling.publish(data.dependants, times: 1, random: &random) == data.dependants.count)
            try await telling.accept(data.dependants, times: 3, random: &random)
            try await telling.accept(data.companies, times: 3, random: &random)
            #expect(try await telling.publish(data.records, times: 2, random: &random) == 2 * data.records.count)
            let judge = try await fleet.expectExactEnd(within: 240)
            let rewritten = judge.rewritten().filter { $0.collection != "actions" }
            #expect(rewritten.isEmpty)
            let calls = try await fleet.callsOfHubSpot
            let perRecord = Double(calls) / Double(judge.synced.count)
            let synced = "\(judge.synced.count) of \(data.records.count) records synced"
            let took = ContinuousClock.now - began
            print("Show 3: \(synced) in \(took), \(calls) calls to HubSpot, \(perRecord) a synced record")
            // At fifty calls a second batches hardly fill; one that works record by record makes some five.
            #expect(perRecord < 0.8)
        }
    }
}
