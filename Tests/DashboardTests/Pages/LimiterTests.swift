import Database
import Domain
import Testing

@testable import Dashboard

@Suite("The limiter's page")
struct LimiterTests {
    @Test("Yesterday's quota is not shown as today's; today's says as of when")
    func quota() async throws {
        try await Dash.with { dash in
            let browser = try await dash.browser()
            for (asked, shown) in [("now() - interval '2 days'", false), ("now()", true)] {
                try await dash.database.script("UPDATE rate_quota SET quota = 1000, remaining = 400, asked_at = \(asked)")
                let page = try await browser.get("/limiter")
                #expect(page.text.contains("left of 1,000") == shown && page.text.contains("as of 20") == shown, "\(asked)")
            }
        }
    }

    @Test("Searches are marked among the calls, in a shape of their own, with their own limit")
    func searches() async throws {
        try await Dash.with { dash in
            try await dash.database.script(
                """
                UPDATE rate_limit SET spacing = '530 ms' WHERE name = 'main';
                INSERT INTO rate_stamp (slot, granted_at, purpose, lane, search, waited_ms)
                SELECT i, now() - i * interval '30 seconds', 'poll', CASE i WHEN 1 THEN 'live' ELSE 'backfill' END, i = 1, 0
                FROM generate_series(1, 2) i
                """)
            let english = try await dash.browser().get("/limiter")
            #expect(english.text.matches(of: /<path class="search"/).count == 1 && english.text.contains("tag search"))
            for words in [
                "2 calls in 120 seconds, 1 at most in one; the limit is 1.9 a second.",
                "Of them 1 search, 1 at most in one second; their own limit is 4 a second.",
            ] { #expect(english.text.contains(words)) }
            let french = try await dash.browser(language: "fr").get("/limiter")
            for words in ["la limite est de 1,9 par seconde", "Dont 1 recherche, 1 au plus", "appel aujourd’hui<"] {
                #expect(french.text.contains(words))
            }
        }
    }
}
