import Database
import Domain
import Observability
import TestKit
import Testing

@Suite("Hints go on under the trace of what caused them")
struct HintTraceTests {
    private struct SeeTraces: Statement {
        static let sql = "SELECT coalesce(trace, '') FROM outbox ORDER BY pair_id"
        static func decode(_ row: RowReader) throws(DatabaseError) -> String { try row.text(0) }
    }

    @Test("What discovery finds goes on under the trace that opened its own company")
    func discovery() async throws {
        try await TestDatabase.with { test in
            let (one, two) = (try await test.plantOpenCompany(), try await test.plantOpenCompany())
            let opened = TraceContext.fresh()
            try await test.database.execute(
                WriteJournal(entries: [(one, JournalEntry(.discovered))], traces: Traces(batch: opened)))
            _ = try await test.database.run(WantDiscovery(below: [one, two], lane: .live))
            try await test.database.script("UPDATE pair SET hubspot_id = id WHERE hubspot_id IS NULL")
            let due = try await test.database.run(DueDiscoveries(in: .live, limit: 9))
            #expect(due.map { $0.trace?.trace } == [opened.trace, nil])
            let own = due.compactMap { row in row.trace.map { (row.pair, $0) } }
            let traces = Traces(batch: nil, own: Dictionary(uniqueKeysWithValues: own))
            let found = [one, two].map { DiscoverPairs.Found(kind: .deal, hubspotID: ID("9\($0.rawValue)"), company: $0) }
            _ = try await test.database.run(DiscoverPairs(found, lane: .live, traces: traces))
            let hints = try await test.database.run(SeeTraces())
            #expect(hints.count == 2 && hints[0].contains(opened.trace) && hints[1] == "")
        }
    }

    @Test("What a company that stops, or another pair, has looked at again goes on under the work's own trace")
    func wanted() async throws {
        try await TestDatabase.with { test in
            let company = try await test.plantOpenCompany()
            let below = try await test.plant(.deal) { ($0.state, $0.company_id, $0.applied) = (.synced, company, 1) }
            let other = try await test.plant(.contact) { ($0.state, $0.applied) = (.synced, 1) }
            let work = TraceContext.fresh()
            try await TraceContext.$current.withValue(work) {
                let dependants = try await test.database.run(WantDependants(of: [company], lane: .live))
                let pairs = try await test.database.run(WantPairs(pairs: [other], lane: .live))
                #expect(dependants == [below] && pairs == [other])
            }
            #expect(try await test.database.run(SeeTraces()) == [work.traceparent, work.traceparent])
        }
    }
}
