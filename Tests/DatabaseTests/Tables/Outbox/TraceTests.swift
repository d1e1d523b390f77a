import Database
import Domain
import Observability
import TestKit
import Testing

/// A change is found by one trace however often its hint goes round.
@Suite struct OutboxTraceTests {
    private static let mine = TraceContext.fresh()
    private static let others = TraceContext.fresh()

    @Test("A hint that is given back, put off or released carries on the trace of what told its change")
    func carriedOn() async throws {
        try await TestDatabase.with { test in
            let database = test.database
            let ids = [try await test.plant(), try await test.plant(), try await test.plant()]
            let traces = Traces(batch: Self.others, own: [ids[0]: Self.mine])
            try await database.execute(HintPairs(pairs: [ids[0]], lane: .live, traces: traces))
            let pair = try await test.lease(ids[1])
            try await database.execute(
                GiveBackLeases(
                    leases: [(ids[1], pair.term)], lane: .live, dueAt: nil, traces: Traces(own: [ids[1]: Self.mine])))
            _ = try await test.lease(ids[2])
            try await database.execute(
                DeferBusyPairs(pairs: [ids[2]], lane: .live, traces: Traces(own: [ids[2]: Self.mine])))
            for id in ids {
                #expect(try await test.hints(of: id).map(\.trace) == [Self.mine.traceparent])
            }
            let company = try await test.plantOpenCompany()
            let parked = try await test.plant {
                ($0.company_id, $0.state, $0.reason, $0.applied) = (company, .waiting, .companyNotSynced, 1)
            }
            _ = try await database.run(ReleaseDependants(of: [company], lane: .live, traces: Traces(batch: Self.mine)))
            #expect(try await test.hints(of: parked).map(\.trace) == [Self.mine.traceparent])
        }
    }

    @Test("A hint that is there already keeps its own trace")
    func keeps() async throws {
        try await TestDatabase.with { test in
            let id = try await test.plant()
            try await test.database.execute(HintPairs(pairs: [id], lane: .live, traces: Traces(batch: Self.mine)))
            try await test.database.execute(HintPairs(pairs: [id], lane: .live, traces: Traces(batch: Self.others)))
            try await test.database.execute(HintPairs(pairs: [id], lane: .live))
            #expect(try await test.hints(of: id).map(\.trace) == [Self.mine.traceparent])
        }
    }
}
