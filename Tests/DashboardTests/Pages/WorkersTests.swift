import Database
import Domain
import Testing

@testable import Dashboard

@Suite("The programs' page")
struct WorkersTests {
    /// Two programs: one with two batches under way and one that it has lost, one with two duties and one that has ended.
    private func fill(_ dash: Dash) async throws {
        try await dash.database.script(
            """
            INSERT INTO worker (id, program, host, pid, version) VALUES
                ('contact-worker@h:1:2', 'contact-worker', 'h', 1, '1'), ('ingest@h:3:4', 'ingest', 'h', 3, '1'),
                ('deal-worker@h:5:6', 'deal-worker', 'h', 5, '1');
            INSERT INTO pair (kind, hubspot_id, wanted, lease_owner, lease_until) VALUES
                ('contact', '1', 1, 'contact-worker@h:1:2/7', now() + interval '1 minute'),
                ('contact', '2', 1, 'contact-worker@h:1:2/7', now() + interval '1 minute'),
                ('contact', '3', 1, 'contact-worker@h:1:2/8', now() + interval '1 minute'),
                ('company', '4', 1, 'contact-worker@h:1:2/8', now() + interval '1 minute'),
                ('contact', '5', 1, 'contact-worker@h:1:2/9', now() - interval '1 minute');
            INSERT INTO duty (name, owner, until) VALUES
                ('poll.deal', 'ingest@h:3:4', now() + interval '1 minute'),
                ('poll.call', 'ingest@h:3:4', now() + interval '1 minute'), ('sweep', 'ingest@h:3:4', now() + interval '1 minute'),
                ('feed', 'ingest@h:3:4', now() - interval '1 second'), ('dance', 'deal-worker@h:5:6', now() + interval '1 minute')
            """)
    }

    /// What stands in the last column of a program's row.
    private func work(_ program: String, in page: Browser.Answer) throws -> String {
        let row = try #require(page.text.firstMatch(of: try Regex("<tr[^>]*id=\"w-\(program)@.*?</tr>"))).output[0].substring
        return String(try #require(row?.firstMatch(of: /data-label="[^"]*" class="wide">([^<]*)</)).output.1)
    }

    private static let words: [(String, [String: String])] = [
        (
            "en",
            [
                "contact-worker": "contact 3, company 1",
                "ingest": "looks after: changes in HubSpot (call, deal), search for lost work", "deal-worker": "looks after: dance",
            ]
        ),
        (
            "fr",
            [
                "contact-worker": "contact 3, entreprise 1",
                "ingest": "assure : changements dans HubSpot (appel, transaction), recherche de travail perdu",
                "deal-worker": "assure : dance",
            ]
        ),
    ]

    @Test("says what each has leased, over all its batches, and which duties it holds", arguments: words)
    func current(language: String, words: [String: String]) async throws {
        try await Dash.with { dash in
            try await fill(dash)
            let page = try await dash.browser(language: language).get("/workers")
            for (program, words) in words { #expect(try work(program, in: page) == words) }
            // The record's page names the program alone, too.
            let record = try await dash.browser(language: language).get("/records/contact/1")
            #expect(record.text.contains("<dd>contact-worker@h:1:2</dd>"))
        }
    }

    private static let duties = [
        "poll.deal", "discovery.live", "discovery.backfill", "feed", "sweep", "siret-scan", "reconcile",
    ]

    @Test("Every duty that a program takes has a name in both languages", arguments: duties)
    func duty(name: String) {
        let names = [Language.fr, .en].flatMap { DutyWords.names([name], $0) }
        #expect(Set(names + [name]).count == 3)
    }

    @Test("A duty that nobody knows stands as it is called", arguments: ["dance", "poll.devis", "discovery.x", "poll", ""])
    func unknown(name: String) { #expect(DutyWords.names([name], .fr) == [name]) }

    @Test("More programs than a page holds are said to be more")
    func more() async throws {
        try await Dash.with { dash in
            try await dash.database.script(
                "INSERT INTO worker (id, program, host, pid, version) SELECT i::text, 'ingest', 'h', i, '1' FROM generate_series(1, 101) i")
            let page = try await dash.browser().get("/workers")
            #expect(page.text.matches(of: /id="w-/).count == 100 && page.text.contains("The first 100; there are more."))
        }
    }
}
