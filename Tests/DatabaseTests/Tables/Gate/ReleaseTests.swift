import Database
import Domain
import TestKit
import Testing

@Suite struct ReleaseTests {
    @Test("R13, R26 Those who wait for the company are released, once each; others sleep on")
    func releases() async throws {
        try await TestDatabase.with { test in
            let company = try await test.plantOpenCompany()
            let other = try await test.plantOpenCompany()
            func plant(_ state: State, _ reason: Reason?, under company: PairID?) async throws -> PairID {
                try await test.plant(.contact) {
                    ($0.state, $0.reason, $0.company_id, $0.applied) = (state, reason, company, 1)
                }
            }
            let parked = try await plant(.waiting, .companyNotSynced, under: company)
            let stopped = try await plant(.waiting, .companyStopped, under: company)
            let elsewhere = try await plant(.waiting, .companyNotSynced, under: other)
            let outside = try await plant(.waiting, .otherPipeline, under: company)
            let synced = try await plant(.synced, nil, under: company)
            let released = try await test.database.run(ReleaseDependants(of: [company], lane: .backfill))
            #expect(Set(released) == [parked, stopped])
            for pair in [parked, stopped] {
                #expect(try await test.see(pair).wanted == 2)
                #expect(try await test.hints(of: pair).map(\.lane) == [.backfill])
            }
            for pair in [elsewhere, outside, synced] { #expect(try await !test.see(pair).isUnanswered) }
        }
    }

    @Test("R13 A dependant that is being looked at is released all the same, and looked at again")
    func underLease() async throws {
        try await TestDatabase.with { test in
            let company = try await test.plantOpenCompany()
            var pair = try await test.lease(
                try await test.plant(.deal) {
                    ($0.state, $0.reason, $0.company_id) = (.waiting, .companyNotSynced, company)
                })
            #expect(try await test.database.run(ReleaseDependants(of: [company], lane: .live)) == [pair.id])
            pair.state = .synced
            let rows = try await test.database.run(SettlePairs([Settlement(pair: pair)]))
            #expect(rows.map(\.unanswered) == [true])
        }
    }
}
