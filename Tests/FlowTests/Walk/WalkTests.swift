import Database
import Domain
import FoundationEssentials
import Glibc
import HTTP
import TestKit
import Testing

/// Issue, Show: people work at random on both sides while calls fail, and both sides agree in the end.
/// `PASSERELLE_SEED` repeats a walk, `PASSERELLE_FULL=1` makes it ten times as long.
@Suite(.office(telling: ["shuffle": true, "duplicates": 2])) struct WalkTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let isFull = environment["PASSERELLE_FULL"] == "1"
    private static let seed = environment["PASSERELLE_SEED"].flatMap { UInt64($0) } ?? 20_261_125

    @Test("R24 R27 after a random walk with faults both sides are equal, field by field, and nothing exists twice")
    func walk() async throws {
        let office = try Office.open
        let (rounds, deeds) = Self.isFull ? (50, 200) : (8, 125)
        print("walk: PASSERELLE_SEED=\(Self.seed), \(rounds * deeds) deeds")
        var walk = try await Walk(office, seed: Self.seed)
        try await office.fleet.settled(within: 120)
        for round in 1...rounds {
            let begun = ContinuousClock.now
            try await walk.learn()
            try await WalkFault.strike(office.fleet.sandbox, random: &walk.random)
            for _ in 0..<deeds { try await walk.step() }
            try await office.fleet.settled(within: 120)
            let settled = ContinuousClock.now
            try await office.fleet.sandbox.hubspot(.delete, "faults")
            let judge = try await WalkJudge(walk)
            let complaints = judge.complaints()
            let (work, look) = (settled - begun, ContinuousClock.now - settled)
            print("walk: round \(round) of \(rounds), \(judge.sides.pairs.count) pairs, settled after \(work), judged in \(look)")
            // A long walk is watched through a pipe.
            fflush(nil)
            let worst = complaints.prefix(12).joined(separator: "\n")
            #expect(complaints.isEmpty, "seed \(Self.seed), round \(round): \(complaints.count)\n\(worst)")
            if complaints.count > 0 {
                try await tell(of: complaints)
                break
            }
        }
        let pairs = try await BothSides(office).pairs
        let linked = pairs.count { $0.hubspotID != nil && $0.artisID != nil }
        let stands = Dictionary(grouping: pairs) { $0.reason ?? $0.state }.mapValues(\.count).sorted { $0.key < $1.key }
        print("walk: \(pairs.count) pairs, \(linked) linked, \(stands.map { "\($0.key) \($0.value)" })")
        let replay = try await Judge(office.fleet).faultsOfReplay()
        #expect(replay == [])
        if !replay.isEmpty {
            for pair in pairs where replay.contains(where: { $0.contains(pair.artisID ?? "none") }) {
                for company in pairs where company.id == pair.company { print("walk: before \(pair) below \(company)") }
            }
            try await tell(of: replay)
        }
        let unrest = try await office.fleet.unrest
        #expect(unrest.repairs == 0)
        #expect(unrest.deadLetters == 0)
    }

    /// What was done with every pair that a complaint names.
    private func tell(of complaints: [String]) async throws {
        let database = try Office.open.fleet.database
        let sides = try await BothSides(try Office.open)
        for pair in sides.pairs {
            let names = [pair.description, pair.artisID.map { "\(pair.kind.inArtis) \($0)" }].compactMap(\.self)
            guard complaints.contains(where: { complaint in names.contains { complaint.contains($0) } }) else { continue }
            print("walk: \(pair)")
            print("    \(sides.hubspot(pair.kind, pair.hubspotID)?["links"] ?? .null)")
            print("    \(sides.artis(pair.kind, pair.artisID)?["champs"] ?? .null)")
            for company in sides.pairs where company.id == pair.company { print("    below \(company)") }
            for line in try await database.run(ReadHistory(of: PairID(Int64(pair.id)), limit: 15)).reversed() {
                print("    \(line.at) \(line.event) \(line.system?.rawValue ?? "") \(line.detail ?? "")")
            }
        }
    }
}
