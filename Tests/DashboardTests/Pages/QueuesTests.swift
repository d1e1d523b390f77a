import Database
import Domain
import Oversight
import Testing

@testable import Dashboard

@Suite("The queues' page")
struct QueuesTests {
    /// Of the deals one hint is due in each lane, one is put off, and one, told last, is published.
    private func fill(_ dash: Dash) async throws {
        try await dash.database.script(
            """
            INSERT INTO pair (kind, hubspot_id, wanted, hinted_at) SELECT 'deal', i::text, 1, now() - (5 - i) * interval '2 hours 10 minutes' FROM generate_series(1, 4) i;
            INSERT INTO outbox (pair_id, lane, due_at) VALUES (1, 'live', now() - interval '7 minutes 30 seconds'),
                (2, 'backfill', now() - interval '3 hours 10 minutes'), (3, 'live', now() + interval '3 hours');
            INSERT INTO journal (pair_id, event, at) VALUES (1, 'created', now()), (1, 'updated', now()), (1, 'waiting', now()),
                (1, 'updated', now() - interval '2 minutes')
            """)
    }

    @Test("An old backfill hides no live hint that is stuck: each lane has its own age, and so has what is published")
    func lanes() async throws {
        try await Dash.with { dash in
            try await fill(dash)
            let page = try await dash.browser().get("/queues")
            let row = try #require(page.text.firstMatch(of: /id="k-deal".*?<\/tr>/)).output
            #expect(row.contains(/class="number">4</) && row.contains("2 h ago"))
            #expect(row.contains(/To publish, live"[^>]*>2 <small>7 min ago/) && row.contains(/To publish, backfill"[^>]*>1 <small>3 h ago/))
        }
    }

    @Test("Without the management API the pace is what was carried in the last minute, and no column of rates stands empty")
    func carried() async throws {
        let board = QueueBoard(figures: ["passerelle.deal.live": QueueFigures(ready: 3, unacked: 0, consumers: 1)])
        try await Dash.with(board: { board }) { dash in
            try await fill(dash)
            let page = try await dash.browser().get("/queues")
            #expect(page.text.contains(/Carried in a minute"[^>]*>2</) && page.text.contains("AMQP_MANAGEMENT_URL"))
            #expect(!page.text.contains("In/s") && page.text.contains("passerelle.deal.live"))
        }
    }

    @Test("The overview leads from repairs to the records that were repaired")
    func repairs() async throws {
        try await Dash.with { dash in
            try await fill(dash)
            try await dash.database.script(
                "INSERT INTO counter (name, value) VALUES ('repairs', 1); INSERT INTO journal (pair_id, event) VALUES (3, 'repaired')")
            let browser = try await dash.browser()
            #expect(try await browser.get("/").text.contains("<a href=\"/repairs\">1 repair:"))
            let page = try await browser.get("/repairs")
            #expect(page.text.matches(of: /id="j\d+"/).count == 1 && page.text.contains("/records/deal/3"))
        }
    }
}
