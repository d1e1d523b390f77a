import Domain
import Testing

@testable import Database
@testable import Pipeline

/// Workers that die at each of their calls to either system, one after the other, and the one that comes after them
/// (invariant 8).
struct CrashBench {
    let bench: Bench
    let trade: any Trade

    /// How many lives `everyDeath` may need: one more than the calls of the longest path.
    private static let mostCalls = 20

    /// Runs a story once for each call and each of its two ends, and once without a death.
    ///
    /// - Parameters:
    ///   - plant: sets a record of this number up, and returns the pair that stands for it.
    ///   - meanwhile: what happens between the death and the next worker.
    ///   - check: what must hold in the end, however the first worker died.
    /// - Returns: how many deaths there were.
    func everyDeath(
        plant: (Int) async throws -> PairID, meanwhile: (Int) async throws -> Void = { _ in },
        check: (Int, PairID, String) async throws -> Void
    ) async throws -> Int {
        var number = 0
        for call in 1...Self.mostCalls {
            for hasEffect in [false, true] {
                number += 1
                let pair = try await plant(number)
                let death = Death(at: call, hasEffect: hasEffect)
                die(death)
                _ = await work(on: pair, death)
                die(nil)
                try await meanwhile(number)
                let came = death.hasCome
                try await comeToRest()
                try await check(number, pair, "call \(call), \(hasEffect ? "after" : "before") its effect")
                if !came { return number - 1 }
            }
        }
        Issue.record("the path never ends")
        return number
    }

    private func die(_ death: Death?) {
        bench.hubspot.die(death)
        bench.artis.die(death)
    }

    /// One worker takes up whatever is unanswered, until nothing is.
    func comeToRest() async throws {
        for _ in 0..<8 {
            try await bench.database.script("UPDATE pair SET lease_until = now() - interval '1 second' WHERE lease_until IS NOT NULL")
            let open = try await bench.database.run(FindUnanswered())
            guard !open.isEmpty else { return }
            for pair in open { _ = await work(on: pair, nil) }
        }
        Issue.record("the pair comes to no rest")
    }

    /// Takes one pair along the path; false when the worker died, or found nothing to do.
    func work(on id: PairID, _ death: Death? = nil) async -> Bool {
        do {
            let leased = try await bench.database.run(LeasePairs(pairs: [id], owner: "worker", duration: .seconds(60)))
            guard !leased.isEmpty else { return false }
            let survey = try await trade.survey(leased, lane: .live, in: bench.workshop)
            var settled = survey.settled
            for candidate in survey.candidates { settled += try await bench.exchange([candidate]).values }
            // The dead commit nothing.
            guard death?.hasCome != true else { return false }
            _ = try await bench.settle(settled)
            return true
        } catch {
            if death == nil { Issue.record(error) }
            return false
        }
    }
}

private struct FindUnanswered: Statement {
    static let sql = "SELECT id FROM pair WHERE wanted > applied ORDER BY id"
    static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}

/// The pair that has a record of artis'.
struct FindByArtis: Statement {
    var kind: Kind
    var id: String
    static let sql = "SELECT \(Pair.columns) FROM pair WHERE kind = $1 AND artis_id = $2"
    var parameters: [Parameter] { [.text(kind.rawValue), .text(id)] }
    static func decode(_ row: RowReader) throws(DatabaseError) -> Pair { try Pair(row: row) }
}
