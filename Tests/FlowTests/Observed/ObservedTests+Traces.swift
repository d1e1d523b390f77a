import Database
import Domain
import HTTP
import Observability
import TestKit
import Testing

extension ObservedTests {
    @Test("A webhook's trace is found in the worker's line, in the journal, and at both systems; what is none is replaced")
    func trace() async throws {
        let office = try Office.open
        let fleet = office.fleet
        let company = try await office.scene.company(siret: Fresh.siret)
        let trace = TraceContext.fresh()
        try await Self.tell(fleet, "company", company, trace: trace.traceparent)

        let line = try await Self.line(fleet, of: "company-worker", company, "synced")
        #expect(line["trace"]?.string == trace.trace && line["kind"] == "company" && line["lane"] == "live")
        #expect(line["duration_ms"]?.string.flatMap { Int($0) } ?? -1 >= 0)
        let write = try #require(try await Self.writes(fleet, "/v1/tiers/lots").last)
        #expect(write["traceparent"]?.string?.contains(trace.trace) == true)
        #expect(write["traceparent"]?.string != trace.traceparent, "each call is a step of its own")
        #expect(write["x_origine"]?.string == "passerelle;\(trace.trace)")
        let reads = try await fleet.sandbox.hubspot(.get, "calls?system=hubspot")["calls"]?.array ?? []
        #expect(reads.contains { $0["traceparent"]?.string?.contains(trace.trace) == true })
        let pair = try #require(try await office.standing(.company, company)?.id)
        #expect(try await fleet.database.run(ReadHistory(of: pair)).map(\.trace).contains(trace.trace))
        #expect(fleet.log(of: "ingest").contains { $0.contains("changes told") && $0.contains(trace.trace) })

        let other = try await office.scene.company(siret: Fresh.siret)
        try await Self.tell(fleet, "company", other, trace: "00-bogus'); DROP TABLE pair; --")
        let own = try await Self.line(fleet, of: "company-worker", other, "synced")["trace"]?.string ?? ""
        #expect(own.count == 32 && own.allSatisfy(\.isHexDigit) && own != trace.trace)
        #expect(!Self.programs.contains { fleet.log(of: $0).contains { $0.contains("bogus") } })
    }

    @Test("What discovery finds below a company goes on under the webhook's trace that opened it")
    func traceOfDiscovery() async throws {
        let office = try Office.open
        let company = try await office.scene.company(siret: Fresh.siret)
        let deal = try await office.scene.deal(of: company)
        let trace = TraceContext.fresh()
        try await Self.tell(office.fleet, "company", company, trace: trace.traceparent)
        #expect(try await Self.line(office.fleet, of: "deal-worker", deal, "synced")["trace"]?.string == trace.trace)
    }

    @Test("A deal that its company releases, and a write that an outage puts off, go on under their webhook's trace")
    func traceGoesOn() async throws {
        let office = try Office.open
        let fleet = office.fleet
        let company = try await office.scene.company(siret: Fresh.siret, ticked: false)
        let deal = try await office.scene.deal(of: company)
        let (dealTrace, companyTrace) = (TraceContext.fresh(), TraceContext.fresh())
        try await Self.tell(fleet, "company", company)
        try await Self.tell(fleet, "deal", deal, trace: dealTrace.traceparent)
        let waits = try await Self.line(fleet, of: "deal-worker", deal, "waiting")
        #expect(waits["trace"]?.string == dealTrace.trace && waits["reason"] == "COMPANY_NOT_SYNCED")

        try await fleet.sandbox.hubspot(
            .post, "faults",
            ["kind": "status", "system": "artis", "path": "/v1/tiers/lots", "status": 503, "count": 1])
        try await office.scene.edit("companies", company, ["synchro_artis": "true"])
        try await Self.tell(fleet, "company", company, "propertyChange", trace: companyTrace.traceparent)
        let tiers = try await Self.writes(fleet, "/v1/tiers/lots").suffix(2)
        #expect(tiers.map { $0["status"]?.int } == [503, 200])
        #expect(tiers.allSatisfy { $0["traceparent"]?.string?.contains(companyTrace.trace) == true })
        let synced = try await Self.line(fleet, of: "deal-worker", deal, "synced")
        #expect(synced["trace"]?.string == companyTrace.trace)
        let affaire = try #require(try await Self.writes(fleet, "/v1/affaires/lots").last)
        #expect(affaire["traceparent"]?.string?.contains(companyTrace.trace) == true)
    }
}
