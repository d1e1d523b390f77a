import Database
import Domain
import HTTP
import HubSpot
import Testing

@testable import Pipeline

@Suite("A worker dies at any of its calls while it writes to both systems")
struct UpdateCrashTests {
    @Test("each side is written once, and the pair knows what both hold")
    func bothWays() async throws {
        try await Bench.with { bench in
            let deaths = try await CrashBench(bench: bench, trade: FieldTrade()).everyDeath { number in
                bench.hubspot.put("companies/\(number)", ["name": "Durand et fils", "phone": "1"])
                bench.artis.put("tiers", "T\(number)", ["raisonSociale": "Durand", "telephone": "2"])
                return try await bench.plant(.company, "\(number)", latched: true) {
                    $0.artisID = ID("T\(number)")
                    let last: Values = [.name: "Durand", .phone: "1"]
                    $0.snapshot = Snapshot(hubspot: last, artis: last)
                }
            } check: { number, id, death in
                #expect(bench.hubspot.record("companies/\(number)") == ["name": "Durand et fils", "phone": "2"], "\(death)")
                #expect(bench.hubspot.writes("companies/\(number)") == 1, "\(death)")
                let record = try #require(bench.artis.records("tiers")["T\(number)"])
                #expect(record.fields == ["raisonSociale": "Durand et fils", "telephone": "2"], "\(death)")
                #expect(record.version == 2, "written once: \(death)")
                let pair = try await bench.see(id)
                let now: Values = [.name: "Durand et fils", .phone: "2"]
                #expect(pair.state == .synced && pair.snapshot == Snapshot(hubspot: now, artis: now), "\(death)")
            }
            #expect(deaths >= 10, "both systems are read, written, and read back")
        }
    }

    @Test("of a dependant, too", arguments: UpdateCase.all)
    func dependant(_ given: UpdateCase) async throws {
        try await Bench.with { bench in
            try await bench.holdActions()
            _ = try await bench.plantOpen()
            let deaths = try await CrashBench(bench: bench, trade: given.trade).everyDeath { number in
                try await given.plant(number, bench)
            } check: { number, id, death in
                try given.expectWrittenOnce(number, try await bench.see(id), bench, death)
            }
            #expect(deaths >= 10)
        }
    }
}

/// Keeps names and telephones of companies in step.
private struct FieldTrade: Trade {
    var role: WorkerRole { .company }
    var batchSize: Int { 100 }

    func survey(_ pairs: [Pair], lane: Lane, in workshop: Workshop) async throws(StepFailure) -> Survey {
        let read = try await step { () async throws(HubSpotFailure) in
            try await workshop.hubspot.read(
                .company, ids: pairs.compactMap(\.hubspotID), properties: ["name", "phone"],
                for: HubSpotCall(purpose: .read, lane: lane))
        }
        return Survey(candidates: pairs.map { pair in
            let properties = pair.hubspotID.flatMap { read.found[$0]?.properties } ?? [:]
            return Candidate(pair: pair, hubspot: [.name: properties["name"] ?? "", .phone: properties["phone"] ?? ""])
        })
    }
}
