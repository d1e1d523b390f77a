import Database
import Domain
import Testing

@testable import Dashboard

@Suite("Actions, each with a row of the audit that names who did it")
struct ActionTests {
    @Test("One record is tried again at once")
    func retryOne() async throws {
        try await Dash.with(password: Dash.password) { dash in
            try await dash.pair("kind, hubspot_id, state, reason", "'deal', '4102', 'failed', 'ATTEMPTS_USED_UP'")
            let browser = try await dash.browser()
            #expect(try await browser.get("/attention").text.contains("HubSpot 4102"))
            let answer = try await browser.post("/records/deal/1/retry", ["back": "/attention"])
            #expect(answer.status == 303 && answer.location == "/attention")
            // What others look at within the same moment is what they see, but for what an action changes.
            let changed = try await browser.get("/attention").text
            #expect(changed.contains("1 record queued again.") && !changed.contains("HubSpot 4102"))
            #expect(try await dash.audit == ["camille retry deal 4102"])
            #expect(try await dash.count("outbox") == 1)
            _ = try await browser.post("/records/deal/1/retry")
            #expect(try await browser.get("/").text.contains("There is nothing to try again."))
            #expect(try await dash.audit.count == 1)
        }
    }

    @Test("Many are tried again after a page that says how many")
    func retryAll() async throws {
        try await Dash.with(password: Dash.password) { dash in
            try await dash.database.script(
                """
                INSERT INTO pair (kind, hubspot_id, state, reason)
                SELECT 'deal', i::text, CASE WHEN i <= 7 THEN 'failed' ELSE 'blocked' END,
                    CASE WHEN i <= 7 THEN 'ATTEMPTS_USED_UP' ELSE 'STAGE_UNKNOWN' END FROM generate_series(1, 10) i
                """)
            let browser = try await dash.browser()
            let page = try await browser.get("/attention/retry?state=failed&reason=ATTEMPTS_USED_UP")
            #expect(page.text.contains("Try 7 records again") && page.text.contains("Do nothing"))
            #expect(page.text.contains("ATTEMPTS_USED_UP (Every attempt failed)"))
            #expect(try await dash.count("outbox") == 0)
            let fields = ["state": "failed", "reason": "ATTEMPTS_USED_UP"]
            #expect(try await browser.post("/attention/retry", fields).location == "/attention")
            #expect(try await dash.count("outbox") == 7)
            #expect(try await dash.audit == ["camille retry failed ATTEMPTS_USED_UP: 7"])
            #expect(try await browser.post("/attention/retry", [:]).status == 400)
            #expect(try await browser.get("/attention/retry").status == 404)
        }
    }

    @Test("Letters are looked at, and thrown away: one at once, many after asking, none that came meanwhile")
    func dead() async throws {
        try await Dash.with(password: Dash.password) { dash in
            let letters = "INSERT INTO dead_letter (queue, reason, payload) SELECT 'q', 'r', '\\x3c623eff' FROM generate_series(1, 3)"
            try await dash.database.script(letters)
            let browser = try await dash.browser()
            #expect(try await browser.get("/dead/1").text.contains("base64:PGI+/w=="))
            #expect(try await browser.post("/dead/1/discard").location == "/dead")
            let page = try await browser.get("/dead/discard")
            #expect(page.text.contains("Throw 2 letters away?"))
            let last = try #require(page.text.firstMatch(of: /name="last" value="(\d+)"/)).output.1
            try await dash.database.script(letters)
            _ = try await browser.post("/dead/discard", ["last": String(last)])
            #expect(try await dash.count("dead_letter") == 3)
            #expect(try await dash.audit == ["camille dead discard 1: 1", "camille dead discard 2: 2 3"])
            #expect(try await browser.post("/dead/1/discard").status == 404)
            // Asked while there were none: those that came meanwhile were not counted.
            _ = try await browser.post("/dead/discard", ["kind": "deal"])
            _ = try await browser.post("/dead/discard")
            #expect(try await dash.count("dead_letter") == 3)
        }
    }

    @Test("A kind is paused after asking, and resumed after asking; twice is once")
    func pause() async throws {
        try await Dash.with(password: Dash.password) { dash in
            try await dash.pair("kind, hubspot_id, wanted", "'deal', '1', 1")
            let browser = try await dash.browser()
            #expect(try await browser.get("/queues/deal/pause").text.contains("1 record to do will wait"))
            #expect(try await browser.get("/queues/deal/resume").text.contains("1 record to do goes at once"))
            #expect(try await dash.audit == [])
            for action in ["pause", "pause", "resume", "resume"] {
                #expect(try await browser.post("/queues/deal/\(action)").location == "/queues")
            }
            #expect(try await dash.audit == ["camille pause deal", "camille resume deal"])
            #expect(try await browser.post("/queues/thing/pause").status == 404)
        }
    }

    @Test("What is held of a record is erased after asking")
    func forget() async throws {
        try await Dash.with(password: Dash.password) { dash in
            try await dash.pair(
                "kind, hubspot_id, artis_id, state, snapshot",
                #"'contact', '301', 'IN1', 'synced', '{"hubspot": {"firstName": "Zoë", "lastName": "Martin"}, "artis": {}}'"#)
            let browser = try await dash.browser()
            #expect(try await browser.get("/records/contact/1/forget").text.contains("Zoë Martin"))
            #expect(try await browser.post("/records/contact/1/forget").location == "/records/contact/1")
            #expect(try await dash.count("pair WHERE snapshot IS NULL") == 1)
            #expect(try await dash.audit == ["camille forget contact 301"])
        }
    }
}
