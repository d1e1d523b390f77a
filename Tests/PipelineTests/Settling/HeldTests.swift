import Database
import Domain
import Testing

@testable import Pipeline

@Suite("R6 R7 R12 Who cannot go on because of a company wakes with it")
struct HeldTests {
    struct Held {
        /// Those that name company 5 or its tiers T5.
        var woken: [PairID] = []
        /// Those that name others.
        var asleep: [PairID] = []
    }

    private func plant(_ bench: Bench) async throws -> Held {
        var held = Held()
        for (number, name) in ["5", "T5", "55"].enumerated() {
            let ids = [
                try await bench.plant(.deal, "1\(number)") {
                    ($0.state, $0.reason, $0.detail) = (.blocked, .companyAmbiguous, "\(name), 6")
                },
                try await bench.plant(.company, "2\(number)") {
                    ($0.state, $0.reason, $0.detail) = (.blocked, .siretDuplicate, name)
                },
                try await bench.plant(.company, "3\(number)", latched: true) {
                    $0.warnings = [Warning(.siretNotCarried, detail: name)]
                },
            ]
            if name == "55" { held.asleep += ids } else { held.woken += ids }
        }
        try await sleep(bench)
        return held
    }

    private func sleep(_ bench: Bench) async throws {
        try await bench.database.script("UPDATE pair SET applied = wanted")
        try await bench.carryHints()
    }

    private func expectWoken(_ held: Held, _ bench: Bench) async throws {
        for id in held.woken { #expect(try await bench.hints(of: id).count == 1, "\(id)") }
        for id in held.asleep { #expect(try await bench.hints(of: id).isEmpty, "\(id)") }
    }

    @Test("when it opens, stops, or lets its SIRET go; a sync like any other wakes nobody", arguments: [
        "opens", "stops", "loses its SIRET",
    ])
    func settles(what: String) async throws {
        try await Bench.with { bench in
            var company = try await bench.leased(.company, "5", latched: what != "opens") { $0.artisID = ID("T5") }
            let held = try await plant(bench)
            company.state = .synced
            switch what {
            case "opens": _ = try await bench.settle([Settlement(pair: company, latches: true)])
            case "stops": _ = try await bench.settle([.stopped(company, .deletedInHubSpot)])
            default: _ = try await bench.settle([Settlement(pair: company, releasesSIRET: "73282932000074")])
            }
            try await expectWoken(held, bench)

            try await sleep(bench)
            try await bench.database.script("UPDATE pair SET wanted = wanted + 1, state = 'synced' WHERE id = \(company.id)")
            var again = try await bench.lease(company.id)
            again.state = .synced
            _ = try await bench.settle([Settlement(pair: again)])
            for id in held.woken { #expect(try await bench.hints(of: id).isEmpty) }
        }
    }

    @Test("R26 when it is merged away")
    func merged() async throws {
        try await Bench.with { bench in
            _ = try await bench.plantOpen("9", tiers: "T9")
            let lost = try await bench.plantOpen("5", tiers: "T5")
            var held = try await plant(bench)
            // Those that name its tiers wait for what becomes of that.
            held.woken = Array(held.woken.prefix(3))
            try await bench.database.script("UPDATE pair SET merged_into = '9', merge_loser = true, wanted = wanted + 1 WHERE id = \(lost)")
            let told = try await bench.lease(lost)
            _ = try await MergedAway(workshop: bench.workshop, lane: .live).follow([told])
            try await expectWoken(held, bench)
        }
    }

    @Test("when HubSpot's company is seen with another SIRET, or without one", arguments: ["35600000000048", nil])
    func seen(siret: String?) async throws {
        try await Bench.with { bench in
            var held = try await plant(bench)
            held.woken = Array(held.woken.prefix(3))
            func see(_ siret: String?) async throws {
                try await bench.database.transaction { (transaction) async throws(DatabaseError) in
                    try await transaction.see([(company: ID("5"), siret: siret)], lane: .live)
                }
            }
            for _ in 1...2 { try await see("73282932000074") }
            for id in held.woken { #expect(try await bench.hints(of: id).isEmpty) }
            try await see(siret)
            try await expectWoken(held, bench)
        }
    }

    @Test("R12 one that was read before a company that it may hang on stopped looks once more; else it sleeps", arguments: [
        (-60, true), (60, false),
    ])
    func race(secondsFromStop: Int64, isAwake: Bool) async throws {
        try await Bench.with { bench in
            let company = try await bench.leased(.company, "5", latched: true)
            var deal = try await bench.leased(.deal, "1")
            try await bench.carryHints()
            _ = try await bench.settle([.stopped(company, .deletedInHubSpot)])
            deal.lookedAt = bench.workshop.clock() + .seconds(secondsFromStop)
            _ = try await bench.settle([.blocked(deal, .companyAmbiguous, detail: "5, 6")])
            let seen = try await bench.see(deal.id)
            #expect((seen.wanted > seen.applied) == isAwake && seen.reason == .companyAmbiguous)
            #expect(try await bench.hints(of: deal.id).isEmpty == !isAwake)
        }
    }
}
