import Database
import Domain
import Testing

@testable import Dashboard

@Suite("A page is bounded, whatever a value holds")
struct LargeTests {
    @Test("values and names are cut where they go on and on")
    func values() async throws {
        try await Dash.with { dash in
            try await dash.database.script(
                """
                INSERT INTO pair (kind, hubspot_id, artis_id, state, wanted, applied, snapshot)
                SELECT 'company', '11', 'T11', 'synced', 1, 1, jsonb_build_object(
                    'hubspot', jsonb_build_object('name', repeat('n', 100000), 'city', repeat('é', 100000)),
                    'artis', jsonb_build_object('name', 'x', 'city', repeat('d', 2000)));
                INSERT INTO conflict (pair_id, field, hubspot_value, artis_value, winner, cause)
                SELECT 1, 'city', repeat('h', 100000), repeat('a', 100000), 'hubspot', 'both_changed' FROM generate_series(1, 20)
                """)
            let browser = try await dash.browser()
            let page = try await browser.get("/records/company/1")
            #expect(page.status == 200 && page.text.utf8.count < 120_000)
            #expect(page.text.contains(String(repeating: "é", count: 2_000) + "…"))
            #expect(page.text.contains(String(repeating: "h", count: 2_000) + "…"))
            // What fits is whole.
            #expect(page.text.contains(String(repeating: "d", count: 2_000) + "<"))
            let list = try await browser.get("/records")
            #expect(list.text.utf8.count < 20_000 && list.text.contains(String(repeating: "n", count: 300) + "…"))
        }
    }

    @Test("a letter is shown by its beginning, cut between two characters; a short one is whole")
    func letters() async throws {
        try await Dash.with { dash in
            try await dash.database.script(
                """
                INSERT INTO dead_letter (queue, reason, payload) VALUES
                    ('q', 'rejected', convert_to('x' || repeat('é', 200000), 'UTF8')), ('q', 'rejected', 'short')
                """)
            let browser = try await dash.browser()
            let long = try await browser.get("/dead/1").text
            #expect(long.utf8.count < 80_000 && long.contains("xéé") && long.contains("é …") && !long.contains("base64:"))
            let short = try await browser.get("/dead/2").text
            #expect(short.contains(">short<"))
            #expect(try await browser.get("/dead").text.utf8.count < 20_000)
        }
    }
}
