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

    @Test("R12 R26 What was looked at while HubSpot showed no company, or only others, is looked at again", arguments: [
        (State.waiting, Reason.noCompany), (.blocked, .companyAmbiguous),
    ])
    func inVain(state: State, reason: Reason) async throws {
        try await TestDatabase.with { test in
            let company = try await test.plantOpenCompany()
            let homeless = try await test.plant(.call) {
                ($0.hubspot_id, $0.state, $0.reason) = ("1", state, reason)
                ($0.latched, $0.company_id, $0.applied) = (true, company, 1)
            }
            #expect(try await discover("1", under: company, on: test) == [homeless])
        }
    }

    @Test("R13 Dependants in a worker's hands are wanted once more; who waits for one, or is settled, is not")
    func underway() async throws {
        try await TestDatabase.with { test in
            let leased = try await test.plant(.call) { ($0.lease_owner, $0.lease_ends_in) = ("worker", -1) }
            _ = try await test.plant(.company) { ($0.lease_owner, $0.lease_ends_in) = ("worker", 60) }
            _ = try await test.plant(.call)
            _ = try await test.plant(.call) { $0.applied = 1 }
            #expect(try await test.database.run(WantDependantsUnderway(lane: .live)) == [leased])
            #expect(try await test.see(leased).wanted == 2)
            #expect(try await test.hints(of: leased).count == 1)
        }
    }

    @Test("R26 What is restored is discovered, and the company that it hangs on, as far as they are open")
    func restored() async throws {
        try await TestDatabase.with { test in
            let (one, other) = (try await test.plantOpenCompany { $0.hubspot_id = "1" }, try await test.plantOpenCompany())
            let stopped = try await test.plantOpenCompany { ($0.hubspot_id, $0.state) = ("2", .stopped) }
            _ = try await test.plant(.deal) { ($0.hubspot_id, $0.company_id) = ("3", other) }
            let contact = try await test.plant(.contact) { ($0.hubspot_id, $0.latched, $0.state) = ("3", true, .synced) }
            _ = try await test.plant(.contact) { ($0.hubspot_id, $0.latched, $0.state) = ("4", true, .stopped) }
            let records = [
                (Kind.company, "1"), (.company, "2"), (.deal, "3"), (.contact, "3"), (.contact, "4"), (.deal, "9"),
            ]
            let keys = records.map { RecordKey(kind: $0.0, id: ID($0.1)) }
            #expect(Set(try await test.database.run(DiscoverAnew(keys, lane: .live))) == [one, other, contact])
            #expect(try await test.see(other).discovery == .live)
            #expect(try await test.see(stopped).discovery == nil)
        }
    }

    @Test("R21 R26 What was found beside a contact that is back looks again; who has stopped, or left no row, does not")
    func beside() async throws {
        try await TestDatabase.with { test in
            let call = try await test.plant(.call) { ($0.hubspot_id, $0.latched, $0.state, $0.applied) = ("1", true, .synced, 1) }
            _ = try await test.plant(.call) { ($0.hubspot_id, $0.latched, $0.state, $0.applied) = ("2", true, .stopped, 1) }
            _ = try await test.plant(.email) { ($0.hubspot_id, $0.latched, $0.state, $0.applied) = ("1", true, .synced, 1) }
            let keys = ["1", "2", "3"].map { RecordKey(kind: .call, id: ID($0)) }
            #expect(try await test.database.run(WantDiscovered(keys, lane: .live)) == [call])
            #expect(try await test.hints(of: call).count == 1)
        }
    }

    @Test("R13 R26 Discovery is wanted below open companies, and beside deals that are open, only")
    func wanted() async throws {
        try await TestDatabase.with { test in
            let open = try await test.plantOpenCompany()
            let closed = try await test.plant(.company) { $0.applied = 1 }
            let stopped = try await test.plantOpenCompany { $0.state = .stopped }
            let deal = try await test.plant(.deal) { ($0.state, $0.latched, $0.applied) = (.synced, true, 1) }
            let asked = try await test.database.run(WantDiscovery(below: [open, closed, stopped, deal], lane: .live))
            #expect(asked.sorted() == [open, deal])
            #expect(try await test.see(open).discovery == .live)
            _ = try await test.database.run(WantDiscovery(below: [open], lane: .backfill))
            #expect(try await test.database.run(DueDiscoveries(in: .live, limit: 9)).map(\.kind) == [.company, .deal])
            try await test.database.execute(EndDiscoveries(below: [open]))
            #expect(try await test.see(open).discovery == nil)
        }
    }
}
