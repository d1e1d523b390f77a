import Database
import Domain
import HTTP
import Synchronization
import Testing

@testable import Pipeline

@Suite("One bad record, or a system that is away")
struct IsolationTests {
    /// Five companies to be created; artis answers 500 to every batch that holds the third.
    private func fiveOfWhichOneIsBad(_ bench: Bench) async throws -> [PairID] {
        var pairs: [PairID] = []
        for id in 1...5 {
            bench.hubspot.put("companies/\(id)", ["name": "Société \(id)"])
            pairs.append(try await bench.plant(.company, "\(id)"))
        }
        bench.artis.interrupt { _, request in
            let references = (request.json["operations"]?.array ?? []).compactMap { $0["referenceExterne"]?.text }
            return references.contains("companies:3") ? HTTPResponse(500, ["message": "boum"]) : nil
        }
        try await bench.carryHints()
        return pairs
    }

    /// Delivers the pairs, and what comes back of them as it is due, in batches; but for those that were alone once.
    private func deliver(_ pairs: [PairID], _ bench: Bench) async throws {
        var (batch, alone) = (pairs, [PairID]())
        for _ in 1...9 where !batch.isEmpty {
            let post = Post(logger: bench.workshop.logger)
            await bench.path(post).walk(try await post.deliver(batch))
            try await bench.probe()
            if batch.count == 1 { alone += batch }
            batch = try await bench.database.run(TakeDueHints(others: alone))
        }
    }

    @Test("a batch that artis answers with a 500 is halved until the bad record stands alone: its neighbours are synced, and it alone has spent an attempt")
    func halved() async throws {
        try await Bench.with { bench in
            let pairs = try await fiveOfWhichOneIsBad(bench)
            let post = Post(logger: bench.workshop.logger)
            await bench.path(post).walk(try await post.deliver(pairs))
            let seen = try await bench.see(pairs)
            #expect(seen.map(\.state) == [.synced, .synced, .retrying, .synced, .synced])
            #expect(seen.map(\.attempts) == [0, 0, 1, 0, 0])
            #expect(bench.artis.records("tiers").count == 4)
            #expect(post.answers() == [.acknowledged: [1, 2, 3, 4, 5]])
            #expect(bench.breakers.openSystems.isEmpty)
            let due = try #require(try await bench.hints(of: pairs[2]).first)
            #expect(due > 2 && due <= 5)
        }
    }

    @Test("the half that waits for its turn stays leased while the other is worked on")
    func leasedMeanwhile() async throws {
        try await Bench.with { bench in
            let pairs = try await fiveOfWhichOneIsBad(bench)
            let (database, last) = (bench.database, pairs[4])
            let wasRenewed = Mutex(false)
            bench.artis.interrupt { _, request in
                let references = (request.json["operations"]?.array ?? []).compactMap { $0["referenceExterne"]?.text }
                if references == ["companies:1", "companies:2"] {
                    try? await database.script(
                        "UPDATE pair SET lease_until = now() + interval '1 second' WHERE id = \(last)")
                    for _ in 0..<100 where !wasRenewed.withLock({ $0 }) {
                        try? await Task.sleep(for: .milliseconds(20))
                        let isLong = (try? await database.first(IsLeasedForLong(pair: last))) ?? false
                        wasRenewed.withLock { $0 = isLong }
                    }
                }
                return references.contains("companies:3") ? HTTPResponse(500, ["message": "boum"]) : nil
            }
            let post = Post(logger: bench.workshop.logger)
            await bench.path(post, renewal: .milliseconds(50)).walk(try await post.deliver(pairs))
            #expect(wasRenewed.withLock { $0 })
            let seen = try await bench.see(pairs)
            #expect(seen.map(\.state) == [.synced, .synced, .retrying, .synced, .synced])
        }
    }

    @Test("a record whose attempts are used up is failed, with its last error")
    func failed() async throws {
        try await Bench.with(retries: RetryPolicy(attempts: 1)) { bench in
            let pairs = try await fiveOfWhichOneIsBad(bench)
            let post = Post(logger: bench.workshop.logger)
            await bench.path(post).walk(try await post.deliver(pairs))
            let seen = try await bench.see(pairs[2])
            #expect(seen.state == .failed)
            #expect(seen.reason == .attemptsUsedUp)
            #expect(seen.detail == "500: boum")
            #expect(try await bench.hints(of: pairs[2]).isEmpty)
        }
    }

    @Test("a 500 while the neutral probe fails too is an outage: the breaker opens, and nobody's attempts are spent")
    func outage() async throws {
        try await Bench.with { bench in
            let pairs = try await fiveOfWhichOneIsBad(bench)
            bench.answering.silence(.artis)
            let post = Post(logger: bench.workshop.logger)
            await bench.path(post).walk(try await post.deliver(pairs))
            let seen = try await bench.see(pairs)
            #expect(seen.allSatisfy { $0.attempts == 0 && $0.state == .pending && $0.wanted > $0.applied })
            #expect(bench.breakers.openSystems == [.artis])
            #expect(bench.answering.asked == 1)
            #expect(post.answers() == [.acknowledged: [1, 2, 3, 4, 5]])
            for pair in pairs {
                #expect(try await bench.hints(of: pair).count == 1)
                _ = try await bench.lease(pair, owner: "somebody else")
            }
        }
    }

    @Test("a system that cannot be reached opens its breaker without a probe; nobody's attempts are spent", arguments: [
        Domain.System.hubspot, .artis,
    ])
    func unreachable(system: Domain.System) async throws {
        try await Bench.with { bench in
            let pairs = try await fiveOfWhichOneIsBad(bench)
            if system == .artis {
                bench.artis.interrupt { _, _ throws(HTTPFailure) in throw .unreachable("refused") }
            } else {
                bench.hubspot.interrupt { _ throws(HTTPFailure) in throw .unreachable("refused") }
            }
            let post = Post(logger: bench.workshop.logger)
            await bench.path(post).walk(try await post.deliver(pairs))
            #expect(bench.breakers.openSystems == [system])
            #expect(bench.answering.asked == 0)
            #expect(try await bench.see(pairs).allSatisfy { $0.attempts == 0 && $0.state == .pending })
        }
    }

    @Test("a system that breaks down on one record each time: that one is found in halves and spends the attempt, the others go on")
    func breaksDownOnOne() async throws {
        try await Bench.with { bench in
            let pairs = try await fiveOfWhichOneIsBad(bench)
            bench.artis.interrupt { _, request throws(HTTPFailure) in
                let references = (request.json["operations"]?.array ?? []).compactMap { $0["referenceExterne"]?.text }
                if references.contains("companies:3") { throw .interrupted("reset") }
                return nil
            }
            try await deliver(pairs, bench)
            let seen = try await bench.see(pairs)
            #expect(seen.map(\.state) == [.synced, .synced, .retrying, .synced, .synced])
            #expect(seen.map(\.attempts) == [0, 0, 1, 0, 0] && bench.breakers.openSystems.isEmpty)
        }
    }

    @Test("R23 a record that HubSpot has locked goes back alone after a while: its neighbours are written")
    func locked() async throws {
        try await Bench.with { bench in
            let pairs = try await fiveOfWhichOneIsBad(bench)
            bench.artis.interrupt(nil)
            bench.hubspot.interrupt { request in
                request.path.hasSuffix("batch/read") && request.inputs.contains("3")
                    ? HTTPResponse(423, ["message": "locked"]) : nil
            }
            try await deliver(pairs, bench)
            let seen = try await bench.see(pairs)
            #expect(seen.map(\.state) == [.synced, .synced, .pending, .synced, .synced])
            #expect(seen.allSatisfy { $0.attempts == 0 } && bench.breakers.openSystems.isEmpty)
        }
    }

    @Test("an outage that others noticed while a batch was read in HubSpot costs no further call to artis")
    func noticed() async throws {
        try await Bench.with { bench in
            let pairs = try await fiveOfWhichOneIsBad(bench)
            let (before, breakers) = (bench.artis.calls.count, bench.breakers)
            bench.hubspot.interrupt { request in
                if request.path.hasSuffix("companies/batch/read") { await breakers.trip(.artis, cause: "test") }
                return nil
            }
            let post = Post(logger: bench.workshop.logger)
            await bench.path(post).walk(try await post.deliver(pairs))
            #expect(bench.artis.calls.count == before && bench.answering.asked == 0)
            #expect(try await bench.see(pairs).allSatisfy { $0.attempts == 0 && $0.state == .pending })
            for pair in pairs { #expect(try await bench.hints(of: pair).count == 1) }
        }
    }

    @Test("a missing scope blocks whoever needs it, in one call each kind; no breaker opens, no attempt is spent, and the rest goes on")
    func forbidden() async throws {
        try await Bench.with { bench in
            var pairs = try await fiveOfWhichOneIsBad(bench)
            bench.artis.interrupt(nil)
            pairs += [try await bench.plant(.contact, "77"), try await bench.plant(.contact, "78")]
            try await bench.carryHints()
            bench.hubspot.interrupt { request in
                request.inputs.contains("77") ? HTTPResponse(403, ["message": "no such right"]) : nil
            }
            let before = bench.hubspot.calls.count
            let post = Post(logger: bench.workshop.logger)
            await bench.path(post).walk(try await post.deliver(pairs))
            let seen = try await bench.see(pairs)
            #expect(seen.map(\.state) == Array(repeating: .synced, count: 5) + [.blocked, .blocked])
            #expect(seen.suffix(2).allSatisfy { $0.reason == .hubspotRefused && $0.detail == "403: no such right" && $0.attempts == 0 })
            #expect(bench.breakers.openSystems.isEmpty && bench.answering.asked == 0)
            #expect(bench.hubspot.calls.dropFirst(before).count { $0.path.hasSuffix("batch/read") } == 3)
        }
    }

    @Test("once another of its kind comes through, what a missing scope has blocked is tried again, now and then")
    func allowed() async throws {
        try await Bench.with { bench in
            var blocked: [PairID] = []
            for (kind, id, detail, minutes) in [
                (Kind.company, "1", "403: no", 20), (.contact, "2", "403: no", 20), (.company, "3", "name: too long", 20),
                (.company, "4", "403: no", 5),
            ] {
                let pair = try await bench.leased(kind, id)
                _ = try await bench.settle([.blocked(pair, .hubspotRefused, detail: detail)])
                try await bench.database.script(
                    "UPDATE pair SET hinted_at = now() - interval '\(minutes) minutes' WHERE id = \(pair.id)")
                blocked.append(pair.id)
            }
            try await bench.carryHints()
            let other = try await bench.leased(.company, "9", latched: true)
            _ = try await bench.settle([.blocked(other, .nameMissing, detail: nil)])
            #expect(try await bench.see(blocked).allSatisfy { $0.wanted == $0.applied }, "it did not come through")
            let next = try await bench.leased(.company, "8", latched: true)
            _ = try await bench.settle([.unchanged(next)])
            #expect(try await bench.see(blocked).map { $0.wanted > $0.applied } == [true, false, false, false])
            #expect(try await bench.hints(of: blocked[0]).count == 1)
        }
    }

    @Test("Invariant 8: a batch whose answer artis lost is created once, when it is given out again")
    func lostAnswer() async throws {
        try await Bench.with { bench in
            let pairs = try await fiveOfWhichOneIsBad(bench)
            bench.artis.interrupt { artis, request throws(HTTPFailure) in
                guard request.path.hasSuffix("/lots") else { return nil }
                artis.interrupt(nil)
                _ = try await artis.send(request)
                throw .interrupted("reset")
            }
            let post = Post(logger: bench.workshop.logger)
            await bench.path(post).walk(try await post.deliver(pairs))
            #expect(try await bench.see(pairs).allSatisfy { $0.artisID == nil && $0.attempts == 0 })
            try await bench.probe()
            await bench.path(post).walk(try await post.deliver(pairs))
            #expect(try await bench.see(pairs).allSatisfy { $0.state == .synced && $0.artisID != nil })
            #expect(bench.artis.records("tiers").count == 5)
        }
    }
}

/// The hints that are due next, within a second of each other.
private struct TakeDueHints: Statement {
    /// These are left alone.
    var others: [PairID]

    static let sql = """
        DELETE FROM outbox WHERE pair_id <> ALL ($1::bigint[])
            AND due_at < (SELECT min(due_at) + interval '1 second' FROM outbox WHERE pair_id <> ALL ($1::bigint[]))
        RETURNING pair_id
        """
    var parameters: [Parameter] { [.intArray(others.map(\.rawValue))] }
    static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}

private struct IsLeasedForLong: Statement {
    var pair: PairID

    static let sql = "SELECT coalesce(lease_until > now() + interval '10 seconds', false) FROM pair WHERE id = $1"

    var parameters: [Parameter] { [.int(pair.rawValue)] }

    static func decode(_ row: RowReader) throws(DatabaseError) -> Bool { try row.bool(0) }
}
