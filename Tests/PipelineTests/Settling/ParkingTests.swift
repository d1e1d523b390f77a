import Database
import Domain
import Testing

@testable import Pipeline

@Suite("R13 parking, as it is committed")
struct ParkingTests {
    private func parking(_ pair: Pair, on company: PairID, _ reason: Reason = .companyNotSynced) -> Settlement {
        var pair = pair
        pair.companyID = company
        return .held(pair, by: .wait(reason))
    }

    private func opening(_ pair: Pair) -> Settlement {
        var pair = pair
        pair.state = .synced
        return Settlement(pair: pair, latches: true)
    }

    /// Whether somebody will look at it again by itself.
    private func isAwake(_ pair: PairID, _ bench: Bench) async throws -> Bool {
        let seen = try await bench.see(pair)
        let hint = try await bench.hints(of: pair).first
        return seen.wanted > seen.applied && hint.map { $0 <= 0 } == true
    }

    @Test("a dependant that parks on a company which has opened meanwhile stays awake")
    func opensFirst() async throws {
        try await Bench.with { bench in
            let company = try await bench.leased(.company, "1")
            let deal = try await bench.leased(.deal, "2")
            try await bench.carryHints()
            _ = try await bench.settle([opening(company)])
            _ = try await bench.settle([parking(deal, on: company.id)])
            #expect(try await isAwake(deal.id, bench))
        }
    }

    @Test("a dependant that is parked is released by the transaction that opens its company")
    func parksFirst() async throws {
        try await Bench.with { bench in
            let company = try await bench.leased(.company, "1")
            let deal = try await bench.leased(.deal, "2")
            try await bench.carryHints()
            _ = try await bench.settle([parking(deal, on: company.id)])
            let seen = try await bench.see(deal.id)
            #expect(seen.state == .waiting && seen.wanted == seen.applied)
            #expect(try await bench.hints(of: deal.id).isEmpty)
            _ = try await bench.settle([opening(company)])
            #expect(try await isAwake(deal.id, bench))
        }
    }

    @Test("no dependant sleeps under an open company, however the commits of its worker and the company's meet")
    func meeting() async throws {
        try await Bench.with { bench in
            for round in 0..<15 {
                let company = try await bench.leased(.company, "\(round)")
                let contact = try await bench.leased(.contact, "\(round)")
                try await bench.carryHints()
                let (opening, parking) = (opening(company), parking(contact, on: company.id))
                async let opened = bench.settle([opening])
                async let parked = bench.settle([parking])
                _ = try await (opened, parked)
                #expect(try await isAwake(contact.id, bench), "round \(round)")
            }
        }
    }

    @Test("R26 dependants of a stopped company wait, and are released and sought when it goes on, as whatever", arguments: [
        (State.synced, nil), (.blocked, .artisRefused),
    ] as [(State, Reason?)])
    func stopped(state: State, reason: Reason?) async throws {
        try await Bench.with { bench in
            let company = try await bench.leased(.company, "1", latched: true) {
                ($0.state, $0.reason) = (.stopped, .deletedInHubSpot)
            }
            let deal = try await bench.leased(.deal, "2")
            try await bench.carryHints()
            _ = try await bench.settle([parking(deal, on: company.id, .companyStopped)])
            #expect(try await bench.see(deal.id).reason == .companyStopped)
            var resumed = company
            (resumed.state, resumed.reason) = (state, reason)
            _ = try await bench.settle([Settlement(pair: resumed)])
            #expect(try await isAwake(deal.id, bench))
            #expect(try await bench.database.run(DueDiscoveries(in: .live, limit: 9)).map(\.pair) == [company.id])
        }
    }

    @Test("R26 what could not be looked at stays stopped, and opens nothing")
    func unseen() async throws {
        try await Bench.with { bench in
            let company = try await bench.leased(.company, "1", latched: true) {
                ($0.state, $0.reason) = (.stopped, .deletedInHubSpot)
            }
            let retry = bench.workshop.retry(company, cause: "500")
            #expect(retry.pair.reason == .deletedInHubSpot && !retry.answers && retry.nextAttemptAt != nil)
            _ = try await bench.settle([retry])
            #expect(try await bench.see(company.id).state == .stopped)
            #expect(try await bench.database.run(DueDiscoveries(in: .live, limit: 9)).isEmpty)
        }
    }

    @Test("R12 R26 R27 what hangs on a company that stops is looked at, in a worker's hands or not")
    func stops() async throws {
        try await Bench.with { bench in
            let company = try await bench.leased(.company, "1", latched: true)
            let below = try await bench.plant(.deal, "2", latched: true) { $0.companyID = company.id }
            let leased = try await bench.leased(.contact, "3", latched: true) { $0.companyID = company.id }
            try await bench.database.script("UPDATE pair SET applied = wanted WHERE id = \(below)")
            try await bench.carryHints()
            _ = try await bench.settle([.stopped(company, .deletedInHubSpot)])
            #expect(try await isAwake(below, bench))
            _ = try await bench.settle([.unchanged(leased)])
            #expect(try await isAwake(leased.id, bench), "it was read before the company stopped")
        }
    }

    @Test("R26 a company that comes back is open, even where its first look is blocked or is to be tried again", arguments: [
        State.blocked, .retrying,
    ])
    func resumes(as state: State) async throws {
        try await Bench.with { bench in
            var company = try await bench.leased(.company, "1", latched: true) { ($0.state, $0.reason) = (.stopped, .deletedInHubSpot) }
            let deal = try await bench.leased(.deal, "2")
            try await bench.carryHints()
            _ = try await bench.settle([parking(deal, on: company.id, .companyStopped)])
            (company.state, company.reason) = (state, state == .blocked ? .hubspotRefused : .error)
            _ = try await bench.settle([Settlement(pair: company)])
            #expect(try await isAwake(deal.id, bench))
        }
    }

    @Test("R12 an activity that found no company looks again once a deal beside it hangs on one, or on another", arguments: [
        false, true,
    ])
    func rehomed(hangsElsewhere: Bool) async throws {
        try await Bench.with { bench in
            let (company, former) = (try await bench.plantOpen("5", tiers: "T5"), try await bench.plantOpen("6", tiers: "T6"))
            let calls = [try await bench.plant(.call, "1") { ($0.state, $0.reason) = (.blocked, .companyAmbiguous) },
                try await bench.plant(.call, "2") { ($0.state, $0.reason) = (.synced, nil) }]
            for call in calls {
                let links = [ActivityLink(activity: call, kind: .deal, hubspotID: ID("2"))]
                try await bench.database.execute(ReplaceLinks(of: [call], links: links))
            }
            try await bench.database.script("UPDATE pair SET applied = wanted WHERE kind = 'call'")
            var deal = try await bench.leased(.deal, "2") { deal in
                (deal.state, deal.reason) = hangsElsewhere ? (.synced, nil) : (.blocked, .companyAmbiguous)
                deal.companyID = hangsElsewhere ? former : nil
            }
            (deal.state, deal.reason, deal.companyID) = (.synced, nil, company)
            try await bench.carryHints()
            _ = try await bench.settle([Settlement(pair: deal)])
            #expect(try await isAwake(calls[0], bench))
            #expect(try await !isAwake(calls[1], bench))
        }
    }

    @Test("R26 a dependant that was read before its company was merged away looks again, and does not wait there for ever")
    func mergedMeanwhile() async throws {
        try await Bench.with { bench in
            _ = try await bench.plantOpen("9", tiers: "T9")
            let lost = try await bench.plantOpen("1", tiers: "T1")
            try await bench.database.script("UPDATE pair SET merged_into = '9', merge_loser = true, wanted = wanted + 1 WHERE id = \(lost)")
            let deal = try await bench.leased(.deal, "2")
            try await bench.carryHints()
            let told = try await bench.lease(lost)
            _ = try await MergedAway(workshop: bench.workshop, lane: .live).follow([told])
            #expect(try await bench.see(lost).reason == .mergedInHubSpot)
            _ = try await bench.settle([parking(deal, on: lost)])
            #expect(try await isAwake(deal.id, bench))
        }
    }

    @Test("R26 a dependant that found no company looks again where its own has stopped meanwhile, and else waits for one")
    func homeless() async throws {
        try await Bench.with { bench in
            let stopped = try await bench.plant(.company, "1", latched: true) { ($0.state, $0.reason) = (.stopped, .deletedInHubSpot) }
            let (awake, asleep) = try await (bench.leased(.deal, "2"), bench.leased(.deal, "3"))
            try await bench.carryHints()
            _ = try await bench.settle([
                parking(awake, on: stopped, .noCompany), parking(asleep, on: try await bench.plant(.company, "4", latched: true), .noCompany),
            ])
            #expect(try await isAwake(awake.id, bench))
            let seen = try await bench.see(asleep.id)
            #expect(seen.reason == .noCompany && seen.wanted == seen.applied)
        }
    }

    @Test("an activity leaves a row only where its company may still open", arguments: [
        (false, false, true), (true, true, true), (true, false, false),
    ])
    func activity(lookedAt: Bool, box: Bool, staysKnown: Bool) async throws {
        try await Bench.with { bench in
            let company = try await bench.plant(.company, "1") {
                $0.lookedAt = lookedAt ? Instant(microseconds: 1) : nil
                $0.box = box
                $0.state = .notEligible
            }
            let call = try await bench.leased(.call, "2")
            _ = try await bench.settle([parking(call, on: company)])
            #expect((try await bench.find(call.id) != nil) == staysKnown)
        }
    }

    @Test("an activity that parked on a company nobody had looked at goes, when the company turns out not to ask")
    func silentCompany() async throws {
        try await Bench.with { bench in
            let company = try await bench.leased(.company, "1")
            let call = try await bench.leased(.call, "2")
            let contact = try await bench.leased(.contact, "3")
            _ = try await bench.settle([parking(call, on: company.id), parking(contact, on: company.id)])
            #expect(try await bench.find(call.id) != nil)
            var silent = company
            silent.box = false
            _ = try await bench.settle([.held(silent, by: .notEligible(.syncNotRequested))])
            #expect(try await bench.find(call.id) == nil)
            #expect(try await bench.find(contact.id) != nil)
        }
    }
}
