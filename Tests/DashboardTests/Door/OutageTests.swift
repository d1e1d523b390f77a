import Testing

@testable import Dashboard

@Suite("When the database does not do what is asked")
struct OutageTests {
    @Test("Away: a page that says so, looks again by itself, and tells no password")
    func away() async throws {
        try await Dash.with(url: "postgresql://u:s3cret@127.0.0.1:1/x") { dash in
            let browser = try await dash.browser()
            for path in ["/", "/records", "/audit"] {
                let answer = try await browser.get(path)
                #expect(answer.status == 503 && answer.text.contains("cannot be reached") && answer.text.contains("data-live"))
                #expect(answer.text.contains("<nav") && !answer.text.contains("s3cret"))
            }
            // What was pressed is nothing to look at again: its address has no page.
            for path in ["/queues/deal/pause", "/records/deal/1/retry", "/dead/1/discard"] {
                let answer = try await browser.post(path, ["back": "/records?kind=deal"])
                #expect(answer.status == 503 && !answer.text.contains("data-live"), "\(path)")
                #expect(answer.text.contains("<a href=\"/records?kind=deal\">Back</a>"))
            }
            #expect(try await browser.get("/search").status == 200)
        }
    }

    @Test("A schema that is not this program's: what to run")
    func schema() async throws {
        try await Dash.with(migrated: false) { dash in
            let answer = try await dash.browser(language: "fr").get("/")
            #expect(answer.status == 503 && answer.text.contains("passerelle migrate"))
        }
    }
}
