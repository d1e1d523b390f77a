import Database
import Domain
import HTTP
import Testing
import Trades

@testable import Pipeline

@Suite("Invariants 1 and 8: a worker dies after its commit, before the broker has its acknowledgement")
struct AcknowledgementTests {
    @Test("the message comes again: whoever takes it answers it, calls nobody, and takes no lease", arguments: [
        Domain.System.hubspot, .artis,
    ])
    func committed(side: Domain.System) async throws {
        try await Bench.with { bench in
            _ = try await bench.plantOpen()
            let pair = try await deal(bench, of: side)
            try await bench.carryHints()
            try await walk(bench, pair)
            let settled = try await bench.see(pair)
            let hints = try await bench.hints(of: pair)
            #expect(settled.state == .synced && settled.hubspotID != nil && settled.artisID != nil && hints.isEmpty)
            let made = (bench.hubspot.calls.count, bench.artis.calls.count)

            #expect(try await walk(bench, pair) == [.acknowledged: [1]])
            #expect((bench.hubspot.calls.count, bench.artis.calls.count) == made)
            #expect(try await bench.see(pair).term == settled.term)
            #expect(try await bench.hints(of: pair).isEmpty)
        }
    }

    /// A new worker gets the message, and what it would tell the broker: that of the first one never arrives.
    @discardableResult
    private func walk(_ bench: Bench, _ pair: PairID) async throws -> [Post.Answer: [UInt64]] {
        let post = Post(logger: bench.workshop.logger)
        await bench.path(post, DependantSurvey(DealTrade())).walk(try await post.deliver([pair]))
        return post.answers()
    }

    private func deal(_ bench: Bench, of side: Domain.System) async throws -> PairID {
        switch side {
        case .hubspot:
            bench.hubspot.put("deals/1", [
                "dealname": "Toiture", "dealstage": "s0", "pipeline": "7", "synchro_artis": "true",
            ])
            bench.hubspot.associate("deals/1", "companies", ["5"])
            return try await bench.plant(.deal, "1")
        case .artis:
            bench.artis.put("affaires", "AF1", ["intitule": "Toiture", "statutAvantVente": "Approche", "tiers": "T5"])
            return try await bench.plantBorn(.deal, "AF1")
        }
    }
}
