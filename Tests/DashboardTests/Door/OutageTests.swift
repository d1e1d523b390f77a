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
            #expect(try await browser.post("/queues/deal/pause").status == 503)
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
