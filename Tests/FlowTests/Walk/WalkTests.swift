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
            let place = try await office.fleet.database.first(WalkTrail.Last()) ?? 0
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
            if work > .seconds(30) {
                let retried = try await office.fleet.database.run(WalkTrail(since: place)).map(\.description)
                for line in retried where line.hasPrefix("retried") { print("walk: slow, \(line)") }
            }
            // A long walk is watched through a pipe.
            fflush(nil)
            let worst = complaints.prefix(12).joined(separator: "\n")
            #expect(complaints.isEmpty, "seed \(Self.seed), round \(round): \(complaints.count)\n\(worst)")
            if complaints.count > 0 {
                for pair in judge.pairs(in: complaints) {
                    try await tell(of: pair, judge.sides)
                    for end in judge.sides.ends(of: pair) { try await tell(of: end, judge.sides) }
                }
                break
            }
        }
        let pairs = try await office.fleet.database.run(BothPair())
        let linked = pairs.count { $0.hubspotID != nil && $0.artisID != nil }
        let stands = Dictionary(grouping: pairs) { $0.reason ?? $0.state }.mapValues(\.count).sorted { $0.key < $1.key }
        print("walk: \(pairs.count) pairs, \(linked) linked, \(stands.map { "\($0.key) \($0.value)" })")
        try await expectNoReplay()
        let unrest = try await office.fleet.unrest
        #expect(unrest.repairs == 0)
        #expect(unrest.deadLetters == 0)
    }

    /// Invariant 6: a look at everything writes nothing. What it does write is told with all that there was before.
    private func expectNoReplay() async throws {
        let office = try Office.open
        let database = office.fleet.database
        let before = try await BothSides(office)
        let snapshots = try await database.run(WalkTrail.Snapshots())
        let last = try await database.first(WalkTrail.Last()) ?? 0
        let replay = try await Judge(office.fleet).faultsOfReplay()
        #expect(replay == [], "seed \(Self.seed)")
        guard !replay.isEmpty else { return }
        let written = try await database.run(WalkTrail(since: last))
        for line in written { print("walk: the replay has \(line.description)") }
        let after = try await BothSides(office)
        for pair in before.pairs where written.contains(where: { $0.pair == pair.id }) {
            print("walk: before the replay, last seen \(snapshots.first { $0.pair == pair.id }?.description ?? "")")
            try await tell(of: pair, before)
            print("walk: after it")
            try await tell(of: pair, after)
            for end in after.ends(of: pair) { try await tell(of: end, after) }
        }
    }

    /// What was done with a pair.
    private func tell(of pair: BothPair.Row, _ sides: BothSides) async throws {
        print("walk: \(pair)")
        let there = sides.hubspot(pair.kind, pair.hubspotID)
        for part in ["properties", "links"] { print("    \(there?[part]?.text(of: part) ?? "")") }
        print("    \(sides.artis(pair.kind, pair.artisID)?.text(of: "artis") ?? "")")
        for company in sides.pairs where company.id == pair.company { print("    below \(company)") }
        let history = ReadHistory(of: PairID(Int64(pair.id)), limit: 15)
        for line in try await Office.open.fleet.database.run(history).reversed() {
            print("    \(line.at) \(line.event) \(line.system?.rawValue ?? "") \(line.detail ?? "")")
        }
    }
}

extension JSON {
    fileprivate func text(of part: String) -> String { "\(part) \(String(decoding: serialise(), as: UTF8.self))" }
}
