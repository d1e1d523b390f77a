import Database
import Domain
import TestKit
import Testing

@testable import Pipeline

@Suite("Pairs that workers die over")
struct SuspectTests {
    private func company(_ bench: Bench, _ id: String) async throws -> PairID {
        bench.hubspot.put("companies/\(id)", ["name": "Durand \(id)"])
        let pair = try await bench.plant(.company, id)
        try await bench.carryHints()
        return pair
    }

    /// A worker takes the pairs and dies: nobody ends its leases.
    private func die(over pairs: [PairID], _ bench: Bench, worker: String) async throws {
        _ = try await bench.database.run(LeasePairs(pairs: pairs, owner: worker, duration: .zero))
    }

    @Test("one death makes nobody suspect: the batch is worked on as a whole")
    func one() async throws {
        try await Bench.with { bench in
            let pairs = [try await company(bench, "1"), try await company(bench, "2")]
            try await die(over: pairs, bench, worker: "first")
            let post = Post(logger: bench.workshop.logger)
            await bench.path(post).walk(try await post.deliver(pairs))
            for pair in pairs { #expect(try await bench.see(pair).state == .synced) }
        }
    }

    @Test("after several deaths a pair is worked on alone, and the others are given back for their turn")
    func alone() async throws {
        try await Bench.with { bench in
            let pairs = [try await company(bench, "1"), try await company(bench, "2")]
            for worker in ["first", "second"] { try await die(over: pairs, bench, worker: worker) }
            let post = Post(logger: bench.workshop.logger)
            await bench.path(post).walk(try await post.deliver(pairs))
            #expect(try await bench.see(pairs[0]).state == .synced)
            #expect(try await bench.hints(of: pairs[1]).count == 1)
            await bench.path(post).walk(try await post.deliver([pairs[1]]))
            #expect(try await bench.see(pairs[1]).state == .synced)
        }
    }

    @Test("a pair that kills whoever takes it up has failed, with the number of the dead")
    func fatal() async throws {
        try await Bench.with { bench in
            let pair = try await company(bench, "1")
            for number in 1...Pair.fatalCrashes { try await die(over: [pair], bench, worker: "worker \(number)") }
            let calls = bench.hubspot.calls.count
            let post = Post(logger: bench.workshop.logger)
            await bench.path(post).walk(try await post.deliver([pair]))
            let sight = try await bench.see(pair)
            #expect(sight.state == .failed && sight.reason == .poisonMessage)
            #expect(bench.hubspot.calls.count == calls)
        }
    }
}
