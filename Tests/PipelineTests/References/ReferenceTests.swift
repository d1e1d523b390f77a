import Database
import Domain
import HTTP
import Messaging
import Synchronization
import Testing

@testable import Pipeline

@Suite("Reference data, shared by the fleet")
struct ReferenceTests {
    /// How often each address was asked.
    private func asked(_ bench: Bench) -> [String: Int] {
        Dictionary((bench.artis.calls + bench.hubspot.calls).map { ($0.url, 1) }, uniquingKeysWith: +)
    }

    private func stages(_ bench: Bench) async throws -> Int {
        let known = try await bench.workshop.references.current()
        return known.pipelines[0].stages.count
    }

    private func age(_ bench: Bench) async throws {
        try await bench.database.script("UPDATE reference SET fetched_at = fetched_at - interval '20 seconds'")
    }

    @Test("each piece is fetched once, however many processes look")
    func once() async throws {
        try await Bench.with(fetched: false) { bench in
            await withTaskGroup { group in
                for _ in 0..<4 {
                    group.addTask { for key in ReferenceKey.allCases { await bench.refresher.refresh(key) } }
                }
            }
            #expect(asked(bench).values.allSatisfy { $0 == 1 })
            #expect(asked(bench).count == 17, "archived owners are a page of their own, and passerelle_ref one of each type")
            let known = try await bench.workshop.references.current()
            #expect(known.siretProperty == "SIRET")
        }
    }

    @Test("before the first fetch the work is put off, and spends nobody's attempts")
    func notYet() async throws {
        try await Bench.with(fetched: false) { bench in
            for key in ReferenceKey.allCases.dropLast() { await bench.refresher.refresh(key) }
            var dueAt: Instant?
            do throws(StepFailure) { _ = try await bench.workshop.references.current() } catch {
                if case .later(let moment, _) = error { dueAt = moment }
            }
            #expect(dueAt != nil)
        }
    }

    @Test("before the first fetch no batch is taken: messages stay where they are")
    func notTaken() async throws {
        try await Bench.with(fetched: false) { bench in
            let post = Post(logger: bench.workshop.logger)
            post.put([Array("message".utf8)])
            let batches = Batches(
                lane: .live, consumer: post.consumer, readiness: bench.workshop.readiness, underway: Underway(), size: 10)
            async let first = batches.makeAsyncIterator().next()
            try await Task.sleep(for: .milliseconds(700))
            #expect(post.consumer.buffered == 1)
            for key in ReferenceKey.allCases { await bench.refresher.refresh(key) }
            let count = await first?.deliveries.count
            #expect(count == 1 && post.consumer.buffered == 0)
        }
    }

    @Test("R15 an unknown stage that a thousand records meet is asked for once")
    func noStorm() async throws {
        try await Bench.with { bench in
            try await age(bench)
            let before = bench.hubspot.calls.count
            var pair = try await bench.leased(.deal, "1")
            pair.reason = .stageUnknown
            let (unknown, references) = (Array(repeating: pair, count: 50), bench.workshop.references)
            await withTaskGroup { group in
                for _ in 0..<20 {
                    group.addTask {
                        await references.want(for: unknown)
                        for key in ReferenceKey.allCases { await bench.refresher.refresh(key) }
                    }
                }
            }
            #expect(bench.hubspot.calls.dropFirst(before).map(\.path) == ["/crm/v3/pipelines/deals"])
        }
    }

    @Test("R15 a stage that gets its name wakes the deals that were blocked by it, and judges them by what is new")
    func stageNamed() async throws {
        try await Bench.with { bench in
            let deal = try await bench.plant(.deal, "1") { ($0.state, $0.reason) = (.blocked, .stageUnknown) }
            #expect(try await stages(bench) == 6)
            try await bench.carryHints()
            bench.hubspot.state.withLock { $0.stages.append("Relance") }
            try await age(bench)
            var blocked = try await bench.see(deal)
            blocked.reason = .stageUnknown
            await bench.workshop.references.want(for: [blocked])
            await bench.refresher.refresh(.pipelines)
            #expect(try await bench.hints(of: deal).count == 1)
            #expect(try await stages(bench) == 7)
        }
    }

    @Test("R8 another trigger wakes companies that have not reached it, those with their box ticked alone")
    func trigger() async throws {
        try await Bench.with { bench in
            let companies = [("1", true), ("2", false)]
            var pairs: [PairID] = []
            for (id, box) in companies {
                pairs.append(try await bench.plant(.company, id) {
                    ($0.state, $0.reason, $0.box) = (.notEligible, .lifecycleNotReached, box)
                })
            }
            try await bench.carryHints()
            bench.artis.state.withLock { $0.parameters["HUBSPOT_DECLENCHEUR_CYCLE_DE_VIE_SYNCHRO_ENTREPRISE"] = "customer" }
            try await bench.database.script("UPDATE reference SET fetched_at = fetched_at - interval '31 seconds'")
            await bench.refresher.refresh(.trigger)
            #expect(try await bench.hints(of: pairs[0]).count == 1)
            #expect(try await bench.hints(of: pairs[1]).isEmpty)
        }
    }

    @Test("what has not changed wakes nobody")
    func unchanged() async throws {
        try await Bench.with { bench in
            let company = try await bench.plant(.company, "1") {
                ($0.state, $0.reason, $0.box) = (.notEligible, .lifecycleNotReached, true)
            }
            try await bench.carryHints()
            try await bench.database.script("UPDATE reference SET fetched_at = fetched_at - interval '31 seconds'")
            await bench.refresher.refresh(.trigger)
            #expect(try await bench.hints(of: company).isEmpty)
        }
    }

    @Test("a fetch that fails leaves what is at hand, and a system that is known to be away is not asked at all")
    func away() async throws {
        try await Bench.with { bench in
            try await bench.database.script("UPDATE reference SET fetched_at = fetched_at - interval '10 minutes'")
            bench.hubspot.interrupt { _ in HTTPResponse(500) }
            await bench.refresher.refresh(.pipelines)
            #expect(try await stages(bench) == 6)
            await bench.breakers.trip(.hubspot, cause: "test")
            let before = bench.hubspot.calls.count
            for key in ReferenceKey.allCases where key.system == .hubspot { await bench.refresher.refresh(key) }
            #expect(bench.hubspot.calls.count == before)
        }
    }

    @Test(
        "a fetch that fails is tried again in a moment where the failure passes: nobody can work before the first",
        arguments: [(423, 0...3), (503, 3...6), (500, 20...31)] as [(Int, ClosedRange<Int64>)])
    func again(status: Int, seconds: ClosedRange<Int64>) async throws {
        try await Bench.with(fetched: false) { bench in
            bench.hubspot.interrupt { _ in HTTPResponse(status) }
            await bench.refresher.refresh(.pipelines)
            let left = try #require(try await bench.database.first(ClaimLeft(key: ReferenceKey.pipelines.rawValue)))
            #expect(seconds.contains(left))
            bench.hubspot.interrupt(nil)
            try await bench.database.script("UPDATE reference SET claimed_until = claimed_until - interval '6 seconds'")
            let before = bench.hubspot.calls.count
            await bench.refresher.refresh(.pipelines)
            #expect(bench.hubspot.calls.count - before == (status == 500 ? 0 : 1))
        }
    }

    @Test("a system that does not answer has its breaker opened, though nobody works yet; one that answers otherwise has not", arguments: [
        (500, true), (503, true), (500, false), (503, false), (423, true),
    ])
    func outage(status: Int, isAway: Bool) async throws {
        try await Bench.with(fetched: false) { bench in
            bench.hubspot.interrupt { _ in HTTPResponse(status) }
            bench.answering.silence(.hubspot, isAway)
            await bench.refresher.refresh(.pipelines)
            #expect(bench.breakers.openSystems == (isAway && status != 423 ? [.hubspot] : []))
        }
    }
}

/// Whole seconds until a piece may be claimed again.
private struct ClaimLeft: Statement {
    var key: String

    static let sql = "SELECT extract(epoch FROM claimed_until - now())::bigint FROM reference WHERE key = $1"

    var parameters: [Parameter] { [.text(key)] }

    static func decode(_ row: RowReader) throws(DatabaseError) -> Int64 { try row.int(0) }
}
