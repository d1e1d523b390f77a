import Database
import Domain
import TestKit
import Testing

@Suite struct DiscoverTests {
    private func discover(_ id: String, under company: PairID, on test: TestDatabase) async throws -> [PairID] {
        try await test.database.run(
            DiscoverPairs([DiscoverPairs.Found(kind: .call, hubspotID: ID(id), company: company)], lane: .backfill))
    }

    @Test("R13 What left no row becomes known and is queued, once")
    func unknown() async throws {
        try await TestDatabase.with { test in
            let company = try await test.plantOpenCompany()
            let pairs = try await discover("1", under: company, on: test)
            let pair = try #require(pairs.first)
            #expect(try await test.see(pair).company == company)
            #expect(try await test.hints(of: pair).map(\.lane) == [.backfill])
            #expect(try await discover("1", under: company, on: test) == [], "it is queued already")
        }
    }

    @Test("R13 What hangs elsewhere, or was not eligible, is looked at again")
    func elsewhere() async throws {
        try await TestDatabase.with { test in
            let (company, other) = (try await test.plantOpenCompany(), try await test.plantOpenCompany())
            let moved = try await test.plant(.call) {
                ($0.hubspot_id, $0.state, $0.reason) = ("1", .waiting, .companyNotSynced)
                ($0.company_id, $0.applied) = (other, 1)
            }
            let homeless = try await test.plant(.call) {
                ($0.hubspot_id, $0.state, $0.reason, $0.applied) = ("2", .waiting, .noCompany, 1)
            }
            #expect(try await discover("1", under: company, on: test) == [moved])
            #expect(try await discover("2", under: company, on: test) == [homeless])
        }
    }

    @Test("R26 What is synced below another company is looked at again: this one may have been archived")
    func syncedElsewhere() async throws {
        try await TestDatabase.with { test in
            let (company, other) = (try await test.plantOpenCompany(), try await test.plantOpenCompany())
            let moved = try await test.plant(.contact) {
                ($0.hubspot_id, $0.state, $0.latched, $0.company_id, $0.applied) = ("1", .synced, true, other, 1)
            }
            let found = DiscoverPairs.Found(kind: .contact, hubspotID: "1", company: company)
            #expect(try await test.database.run(DiscoverPairs([found], lane: .live)) == [moved])
        }
    }

    @Test("R13 What waits for this company already, or is synced below it, is left alone")
    func leftAlone() async throws {
        try await TestDatabase.with { test in
            let company = try await test.plantOpenCompany()
            _ = try await test.plant(.call) {
                ($0.hubspot_id, $0.state, $0.reason) = ("1", .waiting, .companyNotSynced)
                ($0.company_id, $0.applied) = (company, 1)
            }
            _ = try await test.plant(.call) {
                ($0.hubspot_id, $0.state, $0.latched, $0.company_id, $0.applied) = ("2", .synced, true, company, 1)
            }
            #expect(try await discover("1", under: company, on: test) == [])
            #expect(try await discover("2", under: company, on: test) == [])
        }
    }

    @Test("R13 Discovery is wanted below open companies only")
    func wanted() async throws {
        try await TestDatabase.with { test in
            let open = try await test.plantOpenCompany()
            let closed = try await test.plant(.company) { $0.applied = 1 }
            let stopped = try await test.plantOpenCompany { $0.state = .stopped }
            let deal = try await test.plant(.deal) { ($0.state, $0.latched, $0.applied) = (.synced, true, 1) }
            let asked = try await test.database.run(WantDiscovery(below: [open, closed, stopped, deal], lane: .live))
            #expect(asked == [open])
            #expect(try await test.see(open).discovery == .live)
            _ = try await test.database.run(WantDiscovery(below: [open], lane: .backfill))
            #expect(try await test.database.run(DueDiscoveries(in: .live, limit: 9)).count == 1)
            try await test.database.execute(EndDiscoveries(below: [open]))
            #expect(try await test.see(open).discovery == nil)
        }
    }
}
