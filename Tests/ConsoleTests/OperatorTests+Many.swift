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
            #expect(try await bench.database.run(FindRetryable(old, limit: 9)).count == 2)
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

    @Test("retry of many goes a part at a time, and one row of the audit counts them all")
    func retryParts() async throws {
        try await Bench.with { bench in
            for id in 1...5 { try await bench.pair(.deal, "\(id)", state: .failed, reason: .attemptsUsedUp) }
            try await bench.pair(.deal, "6", state: .synced)
            let failed = StandingFilter(state: .failed)
            #expect(try await bench.desk.person.retryable(failed) == 5)
            #expect(try await bench.desk.person.retry(failed, part: 2) == 5)
            #expect(try await bench.number("SELECT count(*) FROM outbox") == 5)
            #expect(try await bench.desk.person.retryable(failed) == 0)
            #expect(try await bench.audit == ["camille retry failed: 5"])
        }
    }

    @Test("retry that fails half-way says how many were queued by then, and so does the audit; the next does the rest")
    func retryHalf() async throws {
        try await Bench.with { bench in
            var pairs: [PairID] = []
            for id in 1...5 { pairs.append(try await bench.pair(.deal, "\(id)", state: .failed, reason: .attemptsUsedUp)) }
            try await bench.database.script(
                """
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$;
                CREATE TRIGGER refuse BEFORE INSERT ON outbox FOR EACH ROW WHEN (NEW.pair_id = \(pairs[3])) EXECUTE FUNCTION refuse()
                """)
            let failed = StandingFilter(state: .failed)
            let stop = await #expect(throws: ConsoleFailure.self) { try await bench.desk.person.retry(failed, part: 2) }
            #expect(stop?.sentence(.en).hasPrefix("2 record(s) queued again, then: ") == true && stop?.code == 1)
            #expect(try await bench.number("SELECT count(*) FROM outbox") == 2)
            #expect(try await bench.audit == ["camille retry failed: 2"])
            try await bench.database.script("DROP TRIGGER refuse ON outbox")
            #expect(try await bench.desk.person.retry(failed, part: 2) == 3)
            #expect(try await bench.audit == ["camille retry failed: 2", "camille retry failed: 3"])
        }
    }

    @Test("dead show prints a letter whole, however long it is")
    func deadWhole() async throws {
        try await Bench.with { bench in
            try await bench.database.script(
                "INSERT INTO dead_letter (queue, reason, payload) VALUES ('q', 'rejected', convert_to(repeat('é', 100000), 'UTF8'))")
            try await DeadLetters(desk: bench.desk).show([1], json: true)
            #expect(try bench.json["payload"] == .string(String(repeating: "é", count: 100_000)))
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
