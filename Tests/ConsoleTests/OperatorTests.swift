import Database
import Domain
import HTTP
import Oversight
import Runtime
import Testing

@testable import Console

@Suite("list, retry, pause, dead")
struct OperatorTests {
    @Test("list prints one object a line, filtered, page after page")
    func list() async throws {
        try await Bench.with { bench in
            for id in 1...5 {
                try await bench.pair(.deal, "\(id)", state: .blocked, reason: .stageUnknown, detail: "Devis")
            }
            try await bench.pair(.contact, "9", state: .synced)
            try await RecordList(filter: StandingFilter(state: .blocked), pageSize: 2).show(on: bench.desk, json: true)
            #expect(bench.paper.lines.count == 5)
            let json = try bench.json
            #expect(
                Set(json.object?.keys.map { $0 } ?? []) == [
                    "kind", "hubspot_id", "artis_id", "state", "reason", "detail", "since", "warnings", "attempts",
                    "next_attempt_at",
                ])
            #expect(json["hubspot_id"] == "5" && json["reason"] == "STAGE_UNKNOWN" && json["detail"] == "Devis")
        }
    }

    @Test("list is a table for people, in their language")
    func table() async throws {
        try await Bench.with(language: .fr) { bench in
            try await RecordList(filter: StandingFilter()).show(on: bench.desk, json: false)
            #expect(bench.paper.text == "Aucune fiche.")
            try await bench.pair(.deal, "1", state: .blocked, reason: .stageUnknown, detail: "Devis")
            try await RecordList(filter: StandingFilter(reason: .stageUnknown, kind: .deal)).show(
                on: bench.desk, json: false)
            #expect(bench.paper.text.contains("transaction  1        –          bloqué"))
            #expect(bench.paper.text.contains("Devis"))
        }
    }

    @Test("retry queues one record at once, with all attempts ahead, and the audit says who")
    func retryOne() async throws {
        try await Bench.with { bench in
            let pair = try await bench.pair(
                .deal, "1", state: .retrying, reason: .error, wanted: 2,
                more: "attempts = 5, next_attempt_at = now() + interval '1 hour'")
            try await bench.database.script(
                "INSERT INTO outbox (pair_id, lane, due_at) VALUES (\(pair), 'live', now() + interval '1 hour')")
            try await Retry(desk: bench.desk).one(try RecordName(kind: "deal", id: "1"))
            let due = "SELECT count(*) FROM outbox WHERE pair_id = \(pair) AND due_at <= now() AND ver = 2"
            #expect(try await bench.number(due) == 1)
            let fresh = "SELECT count(*) FROM pair WHERE attempts = 0 AND next_attempt_at IS NULL AND wanted = 3"
            #expect(try await bench.number(fresh) == 1)
            #expect(try await bench.audit == ["camille retry deal 1"])
        }
    }

    @Test("retry has the reference data fetched anew that the reason names, however lately it was, and no other")
    func retryReference() async throws {
        try await Bench.with { bench in
            try await bench.pair(.contact, "1", state: .blocked, reason: .civiliteUnknown)
            try await bench.database.script(
                """
                INSERT INTO reference (key, value, fetched_at) VALUES ('artis.civilities', '{}', now()), ('artis.roles', '{}', now())
                ON CONFLICT (key) DO UPDATE SET fetched_at = now(), wanted_at = NULL
                """)
            try await Retry(desk: bench.desk).one(try RecordName(kind: "contact", id: "1"))
            let wanted = "SELECT count(*) FROM reference WHERE wanted_at > fetched_at AND key = 'artis.civilities'"
            #expect(try await bench.number(wanted) == 1)
            #expect(try await bench.number("SELECT count(*) FROM reference WHERE wanted_at > fetched_at") == 1)
        }
    }

    @Test("retry leaves alone what needs none, and says so", arguments: [State.synced, .waiting, .stopped])
    func retryNothing(state: State) async throws {
        try await Bench.with { bench in
            try await bench.pair(.deal, "1", state: state)
            await #expect(throws: ConsoleFailure.self) {
                try await Retry(desk: bench.desk).one(try RecordName(kind: "deal", id: "1"))
            }
            #expect(try await bench.number("SELECT count(*) FROM outbox") == 0)
            #expect(try await bench.audit.isEmpty)
        }
    }

    @Test("retry of more than one record wants --yes, and does nothing without")
    func retryMany() async throws {
        try await Bench.with { bench in
            try await bench.pair(.deal, "1", state: .failed, reason: .attemptsUsedUp)
            try await bench.pair(.deal, "2", state: .failed, reason: .poisonMessage)
            try await bench.pair(.deal, "3", state: .blocked, reason: .stageUnknown)
            try await bench.pair(.deal, "4", state: .failed, reason: .attemptsUsedUp, wanted: 2)
            let failed = StandingFilter(state: .failed)
            let refusal = await #expect(throws: ConsoleFailure.self) {
                try await Retry(desk: bench.desk).many(failed, sure: false)
            }
            #expect(refusal?.code == 2 && refusal?.sentence(.en).contains("2 records") == true)
            #expect(try await bench.number("SELECT count(*) FROM outbox") == 0)
            try await Retry(desk: bench.desk).many(failed, sure: true)
            #expect(try await bench.number("SELECT count(*) FROM outbox") == 2)
            #expect(try await bench.audit == ["camille retry failed: 2"])
        }
    }

    @Test("Of a retry by filter the audit says how many were queued, not how many were meant")
    func retryCounted() async throws {
        try await Bench.with { bench in
            let failed = try await bench.pair(.deal, "1", state: .failed, reason: .attemptsUsedUp)
            let synced = try await bench.pair(.deal, "2", state: .synced)
            #expect(try await bench.database.run(RetryPairs([synced])).isEmpty)
            let movesOn = try await bench.pair(.deal, "3", state: .failed, reason: .attemptsUsedUp)
            // As if somebody else had it between the look and the deed.
            try await bench.database.script(
                """
                CREATE FUNCTION skip() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
                CREATE TRIGGER skip BEFORE UPDATE ON pair FOR EACH ROW WHEN (OLD.id = \(movesOn)) EXECUTE FUNCTION skip()
                """)
            let filter = StandingFilter(state: .failed, kind: .deal)
            #expect(try await bench.desk.person.retry(filter) == 1)
            #expect(try await bench.desk.person.retry(filter) == 0)
            #expect(try await bench.number("SELECT count(*) FROM outbox WHERE pair_id = \(failed)") == 1)
            #expect(try await bench.audit == ["camille retry failed deal: 1"])
            #expect(Language.fr.audit("failed deal: 1") == "en échec transaction: 1")
            #expect(Language.en.audit("failed deal: 1") == "failed deal: 1")
        }
    }

    @Test("pause and resume hold for the fleet; twice is once")
    func pause() async throws {
        try await Bench.with { bench in
            let pauses = PauseSwitch(desk: bench.desk)
            try await pauses.pause(.deal)
            try await pauses.pause(.deal)
            #expect(try await bench.database.run(ReadPauses()).map(\.by) == ["camille"])
            try await pauses.resume(.deal)
            try await pauses.resume(.deal)
            #expect(try await bench.database.run(ReadPauses()).isEmpty)
            #expect(try await bench.audit == ["camille pause deal", "camille resume deal"])
        }
    }

    @Test("dead letters are listed, shown and thrown away; text as text, other bytes encoded")
    func dead() async throws {
        try await Bench.with { bench in
            try await bench.database.script(
                #"""
                INSERT INTO dead_letter (queue, reason, kind, hubspot_id, payload, deaths)
                VALUES ('passerelle.deal.live', 'delivery_limit', 'deal', '4102', '{"v":1}', 20),
                    ('passerelle.deal.live', 'rejected', NULL, NULL, '\xff00', 1)
                """#)
            let letters = DeadLetters(desk: bench.desk)
            try await letters.list(DeadLetterFilter(), json: true)
            let first = try JSON.parse(Array(bench.paper.lines[0].utf8))
            #expect(
                Set(first.object?.keys.map { $0 } ?? []) == [
                    "id", "queue", "reason", "kind", "hubspot_id", "artis_id", "deaths", "first_death", "payload",
                ])
            #expect(first["payload"] == #"{"v":1}"# && first["deaths"] == 20 && first["kind"] == "deal")
            #expect(try bench.json["payload"] == "base64:/wA=" && (try bench.json["kind"]) == .null)
            try await letters.show([1], json: false)
            #expect(bench.paper.text.contains("deal 4102") && bench.paper.text.contains("delivery_limit"))
            let rows = try await bench.database.run(ListDeadLetters(DeadLetterFilter()))
            let french = DeadLetters.table(rows, .fr, .utc).lines(colours: false).joined() + "\(rows[0].page(.fr, .utc).lines(colours: false))"
            #expect(french.matches(of: /distribué trop souvent sans réponse \(delivery_limit\)/).count == 2 && french.contains("refusé par le programme"))
            await #expect(throws: ConsoleFailure.self) { try await letters.show([99], json: false) }
            await #expect(throws: ConsoleFailure.self) { try await letters.discard(DeadLetterFilter(), sure: false) }
            try await letters.discard(DeadLetterFilter(kind: .deal), sure: false)
            #expect(try await bench.number("SELECT count(*) FROM dead_letter") == 1)
            #expect(try await bench.audit == ["camille dead discard 1: 1"])
        }
    }
}
