import Database
import Domain
import HTTP
import Testing
import Trades

@testable import Pipeline

@Suite("R29 The reconciliation of linked pairs")
struct ReconciliationTests {
    private func reconciliation(
        _ bench: Bench, _ trades: [any Trade] = [NameTrade()], repairs: Bool = false, pageSize: Int = 1000
    ) -> Reconciliation {
        Reconciliation(bench.workshop, trades: trades, kinds: [], repairs: repairs, pageSize: pageSize)
    }

    /// Companies in step on both sides, settled, with nothing queued.
    private func inStep(_ bench: Bench, _ ids: ClosedRange<Int>) async throws {
        for id in ids {
            bench.hubspot.put("companies/\(id)", ["name": "Durand \(id)"])
            bench.artis.put("tiers", "T\(id)", ["raisonSociale": .string("Durand \(id)")])
        }
        try await bench.database.script(
            """
            INSERT INTO pair (kind, hubspot_id, artis_id, wanted, applied, state, latched_at, snapshot) \
            SELECT 'company', n::text, 'T' || n, 1, 1, 'synced', now(), \
                jsonb_build_object('hubspot', jsonb_build_object('name', 'Durand ' || n), \
                    'artis', jsonb_build_object('name', 'Durand ' || n)) \
            FROM generate_series(\(ids.lowerBound), \(ids.upperBound)) n
            """)
    }

    private func first(_ bench: Bench, repairs: Bool = false) async throws -> ReconciledPage {
        let reconciliation = reconciliation(bench, repairs: repairs)
        return try await reconciliation.page(at: try #require(reconciliation.start))
    }

    private func count(_ bench: Bench, _ condition: String) async throws -> Int {
        try await bench.database.script("DROP TABLE IF EXISTS asked; CREATE TABLE asked AS \(condition)")
        return try #require(try await bench.database.first(ReadAsked()))
    }

    private struct ReadAsked: Statement {
        static let sql = "SELECT count(*) FROM asked"
        static func decode(_ row: RowReader) throws(DatabaseError) -> Int { Int(try row.int(0)) }
    }

    @Test("What is in step costs a hundredth of a call a record, counted as verify, and nothing is written")
    func inStep() async throws {
        try await Bench.with { bench in
            try await inStep(bench, 1...250)
            let before = bench.hubspot.calls.count
            let page = try await first(bench)
            #expect(page.compared == 250 && page.differences.isEmpty && page.unread.isEmpty)
            #expect(page.next?.kind == .deal)
            let calls = bench.hubspot.calls.dropFirst(before)
            #expect(calls.count == 3)
            #expect(calls.allSatisfy { $0.permit == PermitRequest(purpose: .verify, lane: .backfill) })
            #expect(bench.artis.operations.isEmpty)
        }
    }

    @Test("A lost event is found, and queued only where that is wanted", arguments: [false, true])
    func lostEvent(repairs: Bool) async throws {
        try await Bench.with { bench in
            try await inStep(bench, 1...3)
            bench.hubspot.put("companies/2", ["name": "Durand et fils"])
            bench.artis.put("tiers", "T3", ["raisonSociale": "Martin"])
            let page = try await first(bench, repairs: repairs)
            #expect(
                page.differences.map(\.causes) == [
                    [.fields(artis: ["raisonSociale"], hubspot: [])], [.fields(artis: [], hubspot: ["name"])],
                ])
            #expect(page.differences.map(\.hubspotID) == [ID("2"), ID("3")])
            #expect(page.queued == (repairs ? 2 : 0))
            #expect(try await count(bench, "SELECT FROM outbox WHERE lane = 'backfill'") == (repairs ? 2 : 0))
            #expect(try await count(bench, "SELECT FROM pair WHERE wanted > applied") == (repairs ? 2 : 0))
            #expect(bench.artis.operations.isEmpty && bench.hubspot.record("companies/3")["name"] == "Durand 3")
        }
    }

    @Test("R26 A record deleted in artis is found; so is a pair that stands blocked though both sides agree")
    func standing() async throws {
        try await Bench.with { bench in
            try await inStep(bench, 1...2)
            bench.artis.remove("tiers", "T1")
            try await bench.database.script(
                "UPDATE pair SET state = 'blocked', reason = 'ARTIS_REFUSED' WHERE hubspot_id = '2'")
            let page = try await first(bench)
            #expect(page.differences.map(\.causes) == [[.standing(.stopped, .deletedInArtis)], [.standing(.synced, nil)]])
        }
    }

    @Test("Pairs with work queued are left out, and so is what was told while both sides were read")
    func underWay() async throws {
        try await Bench.with { bench in
            try await inStep(bench, 1...3)
            try await bench.database.script("UPDATE pair SET wanted = 2 WHERE hubspot_id = '1'")
            bench.hubspot.put("companies/2", ["name": "Durand et fils"])
            bench.hubspot.put("companies/3", ["name": "Martin"])
            let database = bench.database
            bench.hubspot.interrupt { request throws(HTTPFailure) in
                guard request.path.hasSuffix("batch/read") else { return nil }
                let change = Change(kind: .company, hubspotID: ID("2"))
                _ = try? await database.run(AcceptChanges([change], lane: .live))
                return nil
            }
            let page = try await first(bench, repairs: true)
            #expect(page.compared == 2 && page.differences.map(\.hubspotID) == [ID("3")] && page.queued == 1)
            #expect(try await count(bench, "SELECT FROM outbox WHERE lane = 'backfill'") == 1)
        }
    }

    @Test("One record that a system will not let be read costs its neighbours nothing")
    func unread() async throws {
        try await Bench.with { bench in
            try await inStep(bench, 1...8)
            bench.hubspot.put("companies/7", ["name": "Martin"])
            bench.hubspot.interrupt { request throws(HTTPFailure) in
                request.inputs.contains("3") ? HTTPResponse(500, ["message": "no"]) : nil
            }
            let page = try await first(bench)
            #expect(page.unread.map(\.hubspotID) == [ID("3")] && page.differences.map(\.hubspotID) == [ID("7")])
        }
    }

    @Test("A system that is sick as a whole is no record's fault: the page is given up at once")
    func sick() async throws {
        try await Bench.with { bench in
            try await inStep(bench, 1...8)
            bench.answering.silence(.hubspot)
            bench.hubspot.interrupt { _ throws(HTTPFailure) in HTTPResponse(500, ["message": "no"]) }
            let before = bench.hubspot.calls.count
            await #expect(throws: StepFailure.self) { _ = try await first(bench) }
            #expect(bench.hubspot.calls.count == before + 1)
        }
    }

    @Test("Pages follow each other kind by kind, each pair once")
    func pages() async throws {
        try await Bench.with { bench in
            try await inStep(bench, 1...5)
            let reconciliation = reconciliation(bench, pageSize: 2)
            #expect(try await reconciliation.total() == 5)
            var compared: [Int] = []
            var place = reconciliation.start
            while let here = place {
                let page = try await reconciliation.page(at: here)
                compared.append(page.compared)
                place = page.next
            }
            #expect(compared == [2, 2, 1, 0, 0, 0, 0, 0])
        }
    }

    /// Deals of one open company, in step on both sides.
    private func dealsInStep(_ bench: Bench, _ ids: ClosedRange<Int>) async throws {
        for id in ids {
            bench.hubspot.put(
                "deals/\(id)", ["dealname": "Devis \(id)", "pipeline": "7", "dealstage": "s0", "synchro_artis": "true"])
            bench.hubspot.associate("deals/\(id)", "companies", ["10"])
            bench.artis.put(
                "affaires", "AF\(id)",
                ["tiers": "T10", "intitule": .string("Devis \(id)"), "statutAvantVente": "Approche"])
        }
        try await bench.database.script(
            """
            INSERT INTO pair (kind, hubspot_id, artis_id, wanted, applied, state, latched_at, looked_at) VALUES \
                ('company', '10', 'T10', 1, 1, 'synced', now(), now()), ('company', '11', 'T11', 1, 1, 'synced', now(), now())
            """)
        try await bench.database.script(
            """
            INSERT INTO pair (kind, hubspot_id, artis_id, company_id, wanted, applied, state, latched_at, snapshot) \
            SELECT 'deal', n::text, 'AF' || n, (SELECT id FROM pair WHERE hubspot_id = '10' AND kind = 'company'), \
                1, 1, 'synced', now(), jsonb_build_object('hubspot', side, 'artis', side) \
            FROM generate_series(\(ids.lowerBound), \(ids.upperBound)) n, LATERAL (SELECT jsonb_build_object( \
                'title', 'Devis ' || n, 'stage', 'Approche', 'stageID', 's0', 'company', 'T10') AS side) sides
            """)
    }

    private func deals(_ bench: Bench) async throws -> ReconciledPage {
        try await reconciliation(bench, EveryTrade.list).page(at: ReconciliationPlace(kind: .deal))
    }

    @Test("A hundred records share a read and a thousand their associations: hardly more calls than the least possible")
    func calls() async throws {
        try await Bench.with { bench in
            try await dealsInStep(bench, 1...700)
            let before = bench.hubspot.calls.count
            let page = try await deals(bench)
            #expect(page.compared == 700 && page.differences.isEmpty)
            #expect(bench.hubspot.calls.count - before == 7 + 1)
        }
    }

    @Test("R12 A moved association is found; a company that nobody has heard of is not made known by a look")
    func moved() async throws {
        try await Bench.with { bench in
            try await dealsInStep(bench, 1...3)
            bench.hubspot.associate("deals/2", "companies", ["11"])
            bench.hubspot.associate("deals/3", "companies", ["12"])
            let page = try await deals(bench)
            #expect(page.differences.map(\.hubspotID) == [ID("2"), ID("3")])
            #expect(
                page.differences.map(\.causes) == [
                    [.fields(artis: ["tiers"], hubspot: []), .moved], [.standing(.waiting, .companyNotSynced)],
                ])
            #expect(try await count(bench, "SELECT FROM pair WHERE kind = 'company'") == 2)
            #expect(try await count(bench, "SELECT FROM outbox") == 0)
        }
    }

    @Test("R6 A look claims no SIRET")
    func claims() async throws {
        try await Bench.with { bench in
            bench.hubspot.put("companies/1", ["name": "Durand", "SIRET": "73282932000074"])
            bench.artis.put("tiers", "T1", ["raisonSociale": "Durand", "relation": "Client"])
            try await bench.database.script(
                """
                INSERT INTO pair (kind, hubspot_id, artis_id, wanted, applied, state, latched_at, looked_at) \
                VALUES ('company', '1', 'T1', 1, 1, 'synced', now(), now())
                """)
            let page = try await reconciliation(bench, EveryTrade.list).page(at: ReconciliationPlace(kind: .company))
            #expect(page.differences.map(\.causes) == [[.fields(artis: ["siret"], hubspot: [])]])
            #expect(try await count(bench, "SELECT FROM pair WHERE siret IS NOT NULL") == 0)
        }
    }
}
