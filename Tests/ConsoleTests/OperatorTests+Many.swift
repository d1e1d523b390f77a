import Database
import Domain
import HTTP
import Oversight
import Runtime
import Testing

@testable import Console

extension OperatorTests {
    @Test("list is bounded for people, and says how to go on; by age")
    func bounded() async throws {
        try await Bench.with { bench in
            for id in 1...5 { try await bench.pair(.deal, "\(id)", state: .blocked, reason: .stageUnknown) }
            try await bench.database.script("UPDATE pair SET since = now() - interval '2 days' WHERE hubspot_id IN ('1', '4')")
            try await RecordList(filter: StandingFilter(), limit: 2, pageSize: 2).show(on: bench.desk, json: false)
            #expect(bench.paper.lines.count == 4 && bench.paper.text.contains("add --after 2, or --limit"))
            try await RecordList(filter: StandingFilter(), after: PairID(2), limit: 3).show(on: bench.desk, json: true)
            #expect(bench.paper.lines.count == 7)
            #expect(try bench.json["hubspot_id"] == "5")
            let old = StandingFilter(state: .blocked, before: WallClock.now() - .seconds(86_400))
            #expect(try await bench.database.run(ListStandings(old)).map(\.hubspotID) == [ID("1"), ID("4")])
            #expect(try await bench.database.run(FindRetryable(old)).count == 2)
            let young = StandingFilter(since: WallClock.now() - .seconds(86_400))
            #expect(try await bench.database.run(ListStandings(young)).count == 3)
        }
    }

    @Test("dead letters: a page at a time, by age, and all of a filter however many")
    func deadMany() async throws {
        try await Bench.with { bench in
            try await bench.database.script(
                """
                INSERT INTO dead_letter (queue, reason, payload, first_death)
                SELECT 'passerelle.deal.live', 'rejected', 'x', now() - n * interval '1 hour' FROM generate_series(1, 700) n
                """)
            let letters = DeadLetters(desk: bench.desk)
            try await letters.list(DeadLetterFilter(), json: false)
            #expect(bench.paper.lines.count == 202 && bench.paper.text.hasSuffix("add --after 200, or --limit."))
            try await letters.list(DeadLetterFilter(), after: 699, json: true)
            #expect(bench.paper.lines.count == 203)
            let old = DeadLetterFilter(before: WallClock.now() - .seconds(600 * 3_600 - 60))
            let refusal = await #expect(throws: ConsoleFailure.self) { try await letters.discard(old, sure: false) }
            #expect(refusal?.code == 2 && refusal?.sentence(.en).contains("101 letters") == true)
            try await letters.discard(old, sure: true, json: true)
            #expect(try bench.json == ["discarded": 101])
            #expect(try await bench.number("SELECT count(*) FROM dead_letter") == 599)
            await #expect(throws: ConsoleFailure.self) {
                try await letters.discard(DeadLetterFilter(ids: [650, 3]), sure: true)
            }
            #expect(try await bench.number("SELECT count(*) FROM dead_letter") == 599)
            #expect(try await bench.audit.count == 1)
        }
    }

    @Test("--json of what is done; what is not there is not done")
    func doneInJSON() async throws {
        try await Bench.with { bench in
            try await bench.pair(.deal, "1", state: .failed, reason: .attemptsUsedUp)
            let (known, unknown) = (try RecordName(kind: "deal", id: "1"), try RecordName(kind: "deal", id: "2"))
            try await Retry(desk: bench.desk, json: true).one(known)
            #expect(try bench.json == ["retried": 1])
            for changed in [true, false] {
                try await PauseSwitch(desk: bench.desk, json: true).pause(.deal)
                #expect(try bench.json == ["kind": "deal", "paused": true, "changed": .bool(changed)])
            }
            try await Forgetting(desk: bench.desk, json: true).forget(known)
            #expect(try bench.json == ["forgotten": true])
            let done = try await bench.audit
            await #expect(throws: ConsoleFailure.self) { try await Retry(desk: bench.desk, json: true).one(unknown) }
            await #expect(throws: ConsoleFailure.self) { try await Forgetting(desk: bench.desk, json: true).forget(unknown) }
            #expect(try await bench.audit == done && done.count == 3)
        }
    }
}
