import Database
import Domain
import HTTP
import Messaging
import Runtime
import TestKit
import Testing

@testable import Pipeline

@Suite("The path of one batch")
struct PathTests {
    private func company(_ bench: Bench, _ id: String = "4102") async throws -> PairID {
        bench.hubspot.put("companies/\(id)", ["name": "Durand"])
        let pair = try await bench.plant(.company, id)
        try await bench.carryHints()
        return pair
    }

    @Test("R23 what the limiter sends away is given back, due when the limiter allows it, and acknowledged")
    func later() async throws {
        try await Bench.with { bench in
            let pair = try await company(bench)
            let moment = WallClock.now() + .seconds(300)
            bench.hubspot.interrupt { _ throws(HTTPFailure) in
                throw .refusedByHook(.notBefore(moment, reason: .dailyQuota))
            }
            let post = Post(logger: bench.workshop.logger)
            await bench.path(post).walk(try await post.deliver([pair]))
            let due = try #require(try await bench.hints(of: pair).first)
            #expect(due > 280 && due <= 300)
            #expect(try await bench.see(pair).attempts == 0)
            #expect(post.answers() == [.acknowledged: [1]])
            _ = try await bench.lease(pair, owner: "somebody else")
        }
    }

    @Test("messages that cannot be read are dead-lettered at once, and their neighbours go on")
    func unreadable() async throws {
        try await Bench.with { bench in
            let pair = try await company(bench)
            let post = Post(logger: bench.workshop.logger)
            let bodies = [Array("rubbish".utf8), Envelope.naming(pair).encoded, Array(#"{"v":2}"#.utf8), []]
            await bench.path(post).walk(try await post.deliver(bodies))
            #expect(post.answers() == [.deadLettered: [1, 3, 4], .acknowledged: [2]])
            #expect(try await bench.see(pair).state == .synced)
        }
    }

    @Test("a hint is a hint: one that tells nothing new, or names nobody, is acknowledged without a call")
    func nothingToDo() async throws {
        try await Bench.with { bench in
            let pair = try await company(bench)
            let post = Post(logger: bench.workshop.logger)
            await bench.path(post).walk(try await post.deliver([pair]))
            let calls = bench.hubspot.calls.count
            let stranger = Envelope(kind: .company, system: .artis, id: "T404", version: 1, lane: .live)
            await bench.path(post).walk(try await post.deliver([Envelope.naming(pair).encoded, stranger.encoded]))
            #expect(bench.hubspot.calls.count == calls)
            #expect(post.answers() == [.acknowledged: [1, 2, 3]])
        }
    }

    @Test("a hint that names its pair by an external id alone finds it")
    func externalID() async throws {
        try await Bench.with { bench in
            let pair = try await company(bench, "77")
            let post = Post(logger: bench.workshop.logger)
            let envelope = Envelope(kind: .company, system: .hubspot, id: "77", version: 1, lane: .live)
            await bench.path(post).walk(try await post.deliver([envelope.encoded]))
            #expect(try await bench.see(pair).state == .synced)
        }
    }

    @Test("Invariant 3: what another worker holds is left alone, and hinted again for the end of its lease")
    func held() async throws {
        try await Bench.with { bench in
            let pair = try await company(bench)
            _ = try await bench.lease(pair, owner: "another")
            let post = Post(logger: bench.workshop.logger)
            await bench.path(post).walk(try await post.deliver([pair]))
            #expect(bench.artis.operations.isEmpty)
            #expect(post.answers() == [.acknowledged: [1]])
            let due = try #require(try await bench.hints(of: pair).first)
            #expect(due > 40 && due <= 60)
        }
    }

    @Test("Invariant 1: a change that arrives while a batch is under way keeps the pair unanswered, and queues its hint")
    func changeMeanwhile() async throws {
        try await Bench.with { bench in
            let pair = try await company(bench)
            let database = bench.database
            bench.artis.interrupt { _, request in
                guard request.path.hasSuffix("/lots") else { return nil }
                _ = try? await database.run(AcceptChanges([Change(kind: .company, hubspotID: ID("4102"))], lane: .live))
                _ = try? await database.script("DELETE FROM outbox")
                return nil
            }
            let post = Post(logger: bench.workshop.logger)
            await bench.path(post).walk(try await post.deliver([pair]))
            let seen = try await bench.see(pair)
            #expect(seen.state == .synced)
            #expect(seen.wanted > seen.applied)
            #expect(try await bench.hints(of: pair).first.map { $0 <= 0 } == true)
        }
    }

    @Test("Invariant 8: a pair that found a record which is another's costs its neighbours nothing, and looks again later")
    func collision() async throws {
        try await Bench.with { bench in
            _ = try await bench.plant(.company, "9", latched: true) { $0.artisID = ID("T9") }
            bench.artis.put("tiers", "T9", ["raisonSociale": "Durand"])
            var pairs: [PairID] = []
            for id in 1...3 { pairs.append(try await company(bench, "\(id)")) }
            bench.artis.refuse(.refusal(409, "REFERENCE_EXISTANTE", id: "T9")) { $0["referenceExterne"] == "companies:2" }
            let post = Post(logger: bench.workshop.logger)
            await bench.path(post).walk(try await post.deliver(pairs))
            let seen = try await bench.see(pairs)
            #expect(seen.map(\.state) == [.synced, .retrying, .synced])
            #expect(seen[1].artisID == nil && seen[1].snapshot == nil && seen[1].attempts == 1)
            #expect(post.answers() == [.acknowledged: [1, 2, 3]])
        }
    }

    @Test("a batch waits for a database that does not answer, however often it has to try, and then goes on")
    func databaseAway() async throws {
        try await Bench.with { bench in
            let pair = try await company(bench)
            let diary = Diary()
            var workshop = bench.workshop
            workshop.logger = diary.logger
            workshop.database = try Database(url: bench.test.url, connections: 2, application: "tests", deadline: .milliseconds(300))
            let post = Post(logger: diary.logger)
            let deliveries = try await post.deliver([pair])
            let path = Path(trade: NameTrade(), workshop: workshop, consumer: post.consumer)
            async let walk: Void = path.walk(deliveries)
            try await bench.database.transaction { (transaction) async throws(DatabaseError) in
                try await transaction.script("LOCK TABLE pair IN ACCESS EXCLUSIVE MODE", within: .seconds(5))
                try? await diary.wait(for: "batch not settled", times: 3)
            }
            await walk
            #expect(post.answers() == [.acknowledged: [1]])
            #expect(try await bench.see(pair).state == .synced)
            #expect(bench.artis.records("tiers").count == 1)
            workshop.database.close()
        }
    }
}
