import Database
import Domain
import Testing

@testable import Dashboard

@Suite("Pages")
struct PageTests {
    /// A blocked company with a deal and a contact that wait for it, and a synced one with a name full of markup.
    private func fill(_ dash: Dash) async throws {
        let columns = "kind, hubspot_id, artis_id, company_id, state, reason, detail, snapshot, siret"
        try await dash.pair(columns, "'company', '10', NULL, NULL, 'blocked', 'SIRET_INVALID', 'checksum', NULL, NULL")
        try await dash.pair(columns, "'deal', '20', NULL, 1, 'waiting', 'COMPANY_NOT_SYNCED', '10', NULL, NULL")
        try await dash.pair(columns, "'contact', '30', NULL, 1, 'waiting', 'COMPANY_NOT_SYNCED', '10', NULL, NULL")
        let name = #"{"hubspot": {"name": "<script>alert(1)</script> Société Dupré", "city": "Lyon"}, "artis": {"name": "Dupré"}}"#
        try await dash.pair(columns, "'company', '11', 'T11', NULL, 'synced', NULL, NULL, '\(name)', '73282932000074'")
        let person = #"{"hubspot": {"firstName": "Zoë", "lastName": "Martin", "email": "zoe@dupre.example"}, "artis": {}}"#
        try await dash.pair(columns, "'contact', '31', 'IN31', 4, 'synced', NULL, NULL, '\(person)', NULL")
    }

    @Test("say in French or English where things stand, and the switch is kept")
    func languages() async throws {
        try await Dash.with { dash in
            try await fill(dash)
            let browser = try await dash.browser(language: "fr")
            let french = try await browser.get("/waiting")
            #expect(french.text.contains("<html lang=\"fr\">") && french.text.contains("clé de contrôle"))
            #expect(french.text.contains("Corrigez le SIRET") && french.text.contains("/records?kind=deal&amp;company=1"))
            let answer = try await browser.post("/language", ["lang": "en", "back": "/waiting"], token: nil)
            #expect(answer.status == 303 && answer.location == "/waiting")
            #expect(try await browser.get("/waiting").text.contains("check digit is wrong"))
        }
    }

    @Test("The overview says when nothing can go on because reference data was never read")
    func unread() async throws {
        try await Dash.with { dash in
            let browser = try await dash.browser(language: "fr")
            let page = try await browser.get("/")
            #expect(page.text.contains("Pas encore lus :") && page.text.contains("les propriétaires (HubSpot)"))
        }
    }

    @Test("show markup in names as text, on every page that shows a name")
    func markup() async throws {
        try await Dash.with { dash in
            try await fill(dash)
            let browser = try await dash.browser()
            #expect(try await browser.get("/records/contact/5/forget").text.contains("<bdi>Zoë Martin</bdi>"))
            for path in ["/records", "/records/company/4", "/records/contact/5", "/records/company/4/forget"] {
                let page = try await browser.get(path)
                #expect(page.status == 200 && page.text.contains("&lt;script&gt;alert(1)") && !page.text.contains("<script>alert"))
            }
        }
    }

    @Test("A record's page explains it, and the company that it waits for")
    func record() async throws {
        try await Dash.with { dash in
            try await fill(dash)
            let browser = try await dash.browser()
            let deal = try await browser.get("/records/deal/2")
            #expect(deal.text.contains("What it waits for") && deal.text.contains("Correct the SIRET"))
            let company = try await browser.get("/records/company/4")
            #expect(company.text.contains("Lyon") && company.text.contains("artis.net T11"))
            for path in ["/records/company/2", "/records/deal/99", "/records/deal/x", "/records/thing/1", "/dead/1", "/dead/x"] {
                #expect(try await browser.get(path).status == 404)
            }
        }
    }

    private static let searches: [(String, String)] = [
        ("20", "/records/deal/2"), ("T11", "/records/company/4"), ("732 829 320 00074", "/records/company/4"),
        ("ZOE@dupre.example", "/records/contact/5"), ("dupre societe", "/records/company/4"), ("mart", "/records/contact/5"),
    ]

    @Test("The search finds by id, SIRET, mail and beginnings of names, and puts none of it into an address")
    func search() async throws {
        try await Dash.with { dash in
            try await fill(dash)
            let browser = try await dash.browser()
            for (words, place) in Self.searches {
                #expect(try await browser.post("/search", ["q": words]).location == place, "\(words)")
            }
        }
    }

    private static let nonsense = [
        "nobody", "' OR 1=1 --", "a:* | b", "\u{0}x", "<b>&", "!!! ((", String(repeating: "x ", count: 2000),
    ]

    @Test("What cannot be found is said so, whatever was typed")
    func nothing() async throws {
        try await Dash.with { dash in
            try await fill(dash)
            let browser = try await dash.browser()
            for words in Self.nonsense {
                let answer = try await browser.post("/search", ["q": words])
                #expect(answer.status == 200 && answer.text.contains("No record matches"), "\(words)")
                #expect(answer.text.contains("passerelle explain") && !answer.text.contains("<b>&"))
            }
            // Where nothing was asked, nothing was missed.
            var answers = [try await browser.get("/search")]
            for words in ["", "  ", "\u{0}"] { answers.append(try await browser.post("/search", ["q": words])) }
            for answer in answers { #expect(answer.status == 200 && !answer.text.contains("No record matches")) }
        }
    }

    @Test("Lists hold a hundred rows, and the next page the rest, once each")
    func bounded() async throws {
        try await Dash.with { dash in
            try await dash.database.script(
                """
                INSERT INTO pair (kind, hubspot_id, state, reason) SELECT 'company', i::text, 'blocked', 'SIRET_MISSING' FROM generate_series(1, 230) i;
                INSERT INTO pair (kind, hubspot_id, company_id, state, reason, since) SELECT 'deal', i::text, i, 'waiting', 'COMPANY_NOT_SYNCED', now() - (i / 7) * interval '1 minute' FROM generate_series(1, 230) i;
                INSERT INTO dead_letter (queue, reason, payload) SELECT 'q', 'r', 'x' FROM generate_series(1, 230);
                INSERT INTO operator_action (operator, action) SELECT 'a', 'retry' FROM generate_series(1, 230)
                """)
            let browser = try await dash.browser()
            for (path, mark, total) in [
                ("/records?kind=company", #/id="r\d+"/#, 230), ("/waiting", #/id="c\d+"/#, 230), ("/dead", #/id="d\d+"/#, 230),
                ("/audit", #/id="a\d+"/#, 230),
            ] {
                var (next, seen, pages): (String?, [Substring], Int) = (path, [], 0)
                while let place = next {
                    let page = try await browser.get(place)
                    let rows = page.text.matches(of: mark).map(\.output)
                    #expect(page.status == 200 && rows.count <= 100)
                    seen += rows
                    pages += 1
                    next = page.text.firstMatch(of: /href="([^"]*)" rel="next"/).map { String($0.output.1).replacing("&amp;", with: "&") }
                }
                #expect(seen.count == total && Set(seen).count == total && pages == 3, "\(path)")
            }
            // Five examples of a reason, however many there are.
            let attention = try await browser.get("/attention")
            #expect(attention.text.matches(of: /id="r\d+"/).count == 5 && attention.text.contains("All 230"))
        }
    }

    @Test("A page that refreshes itself gets its main part alone, and no notice twice")
    func part() async throws {
        try await Dash.with { dash in
            let browser = try await dash.browser()
            let part = try await browser.get("/queues", ["x-part": "main"])
            #expect(part.text.hasPrefix("<main") && part.text.hasSuffix("</main>"))
            #expect(try await browser.post("/queues/deal/resume").location == "/queues")
            #expect(!(try await browser.get("/queues", ["x-part": "main"]).text.contains("It was so already")))
            #expect(try await browser.get("/queues").text.contains("It was so already"))
            #expect(!(try await browser.get("/queues").text.contains("It was so already")))
        }
    }

    @Test("Every link and form of every page leads somewhere")
    func links() async throws {
        try await Dash.with { dash in
            try await fill(dash)
            try await dash.database.script("INSERT INTO dead_letter (queue, reason, kind, pair_id, payload) SELECT 'q', 'r', 'deal', 2, 'x' FROM generate_series(1, 2)")
            let browser = try await dash.browser()
            var (open, seen): ([String], Set<String>) = (["/"], [])
            while let path = open.popLast() {
                guard seen.insert(path).inserted, !["/sign-out", "/language"].contains(path), !path.hasSuffix("/retry") || path == "/attention/retry"
                else { continue }
                guard !path.hasSuffix("/live"), !path.hasSuffix("/discard") || path == "/dead/discard", path != "/attention/retry"
                else { continue }
                let page = try await browser.get(path)
                #expect(page.status == 200, "\(path)")
                open += page.places
            }
            #expect(seen.count > 25)
        }
    }
}
