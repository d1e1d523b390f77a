import HTTP
import Testing

@testable import Dashboard

@Suite("Forged forms do nothing")
struct ForgeryTests {
    /// Everything that changes something.
    private static let deeds = [
        "/records/deal/1/retry", "/records/deal/1/forget", "/records/deal/1/live", "/attention/retry", "/dead/1/discard",
        "/dead/discard", "/queues/deal/pause", "/queues/deal/resume", "/search", "/sign-out",
    ]

    @Test("without a token, with another session's, or from elsewhere")
    func forged() async throws {
        try await Dash.with(password: Dash.password) { dash in
            try await dash.pair("kind, hubspot_id, state, reason", "'deal', '1', 'failed', 'ATTEMPTS_USED_UP'")
            let browser = try await dash.browser()
            let stranger = try await dash.browser(signedInAs: "mallory")
            let theirs = try await stranger.get("/search").token
            for path in Self.deeds {
                let fields = ["state": "failed"]
                var answers = [try await browser.post(path, fields, token: nil), try await browser.post(path, fields, token: theirs)]
                answers.append(try await browser.post(path, fields, ["sec-fetch-site": "cross-site"]))
                let old = ["sec-fetch-site": "", "origin": "https://evil.example"]
                answers.append(try await browser.post(path, fields, old))
                for answer in answers {
                    #expect(answer.status == 403 && answer.text.contains("Nothing was done"), "\(path)")
                }
            }
            let (audit, outbox) = (try await dash.audit, try await dash.count("outbox"))
            #expect(audit.isEmpty && outbox == 0)
            #expect(try await browser.get("/search").status == 200)
        }
    }

    @Test("A body over 16 KiB is refused before it is read to its end")
    func large() async throws {
        try await Dash.with { dash in
            let browser = try await dash.browser()
            _ = try await browser.get("/")
            let answer = try await browser.post("/search", ["q": String(repeating: "x", count: 17_000)])
            #expect(answer.status == 413)
        }
    }

    @Test("Every answer has the headers that keep a browser from running or keeping anything else")
    func headers() async throws {
        try await Dash.with(password: Dash.password) { dash in
            let browser = try await dash.browser()
            for path in SignInTests.pages + ["/sign-in", "/assets/none.js"] {
                let answer = try await browser.get(path)
                #expect(answer.headers["content-security-policy"] == Headers.policy)
                #expect(answer.headers["x-content-type-options"] == "nosniff" && answer.headers["cache-control"] == "no-store")
                #expect(answer.headers["cross-origin-opener-policy"] == "same-origin")
                #expect(!answer.text.contains(/<script(?! src="\/assets)|<style|\sstyle=|\son[a-z]+=/))
            }
        }
    }

    @Test("Whoever comes by HTTPS is told to come so for a year; nobody else is")
    func encrypted() async throws {
        try await Dash.with(password: Dash.password) { dash in
            let browser = try await dash.browser()
            for path in ["/", "/sign-in", Asset.style.path] {
                #expect(try await browser.get(path).headers["strict-transport-security"] == nil)
                let answer = try await browser.get(path, ["x-forwarded-proto": "https"])
                #expect(answer.headers["strict-transport-security"] == "max-age=31536000")
            }
        }
    }

    @Test("Assets are kept for good under the name of their content")
    func assets() async throws {
        try await Dash.with { dash in
            let browser = try await dash.browser()
            for asset in [Asset.style, .script, .icon] {
                let first = try await browser.get(asset.path)
                #expect(first.status == 200 && first.headers["cache-control"]?.contains("immutable") == true)
                let tag = try #require(first.headers["etag"])
                #expect(try await browser.get(asset.path, ["if-none-match": tag]).status == 304)
            }
        }
    }
}
