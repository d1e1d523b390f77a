import HTTP
import Testing

@testable import Dashboard

@Suite("Signing in")
struct SignInTests {
    static let pages = [
        "/", "/attention", "/waiting", "/records", "/records/company/1", "/queues", "/dead", "/dead/1", "/limiter", "/workers",
        "/audit", "/search", "/attention/retry?state=failed", "/queues/deal/pause", "/dead/discard", "/nowhere",
    ]

    /// Where a stranger is sent who asks for a page.
    private static func signIn(for path: String) -> String {
        path == "/" ? "/sign-in" : "/sign-in?to=" + path.replacing("/", with: "%2F").replacing("?", with: "%3F").replacing("=", with: "%3D")
    }

    private static let wanted: [(String, String)] = [
        ("/records?kind=deal", "/records?kind=deal"), ("/records/deal/1", "/records/deal/1"), ("", "/"), ("//evil.example", "/"),
        ("/\\evil.example", "/"), ("https://evil.example", "/"), ("/\t/evil.example", "/"), ("evil", "/"), ("/\r\nset-cookie: x", "/"),
    ]

    @Test("Signed in, one is led to the page that one asked for, and to no other site", arguments: wanted)
    func deepLink(to: String, place: String) async throws {
        try await Dash.with(password: Dash.password) { dash in
            let browser = try await dash.browser(signedInAs: nil)
            let wrong = try await browser.post("/sign-in", ["to": to, "password": "guess"], token: nil)
            // A wrong password loses nothing, and what cannot be led to is not carried on.
            #expect(wrong.status == 401 && wrong.text.contains("name=\"to\" value=\"\(place)\"") == (place != "/"))
            let answer = try await browser.post("/sign-in", ["to": to, "password": Dash.password], token: nil)
            #expect(answer.status == 303 && answer.location == place)
        }
    }

    @Test("The way to the page that was asked for is kept over the sign-in, its language too; of a form it is where it stood")
    func way() async throws {
        try await Dash.with(password: Dash.password) { dash in
            let browser = try await dash.browser(signedInAs: nil)
            let way = try #require(try await browser.get("/records?kind=deal").location)
            let page = try await browser.get(way)
            #expect(page.text.contains("name=\"to\" value=\"/records?kind=deal\"") && page.text.contains("name=\"back\" value=\"\(way)\""))
            let pressed = try await browser.post("/records/deal/1/retry", ["back": "/attention"], token: "x")
            #expect(pressed.location == "/sign-in?to=%2Fattention")
            #expect(try await dash.browser().get(way).location == "/records?kind=deal")
        }
    }

    @Test("A name of sixty emojis signs in like any other")
    func emojis() async throws {
        try await Dash.with(password: Dash.password) { dash in
            let browser = try await dash.browser(signedInAs: String(repeating: "👨‍👩‍👧‍👦", count: 60))
            #expect(try await browser.get("/").status == 200)
        }
    }

    @Test("A stranger is sent to the sign-in from everywhere, and a page that refreshes itself is told so")
    func strangers() async throws {
        try await Dash.with(password: Dash.password) { dash in
            let browser = try await dash.browser(signedInAs: nil)
            for path in Self.pages {
                let answer = try await browser.get(path)
                #expect(answer.status == 303 && answer.location == Self.signIn(for: path) && answer.text.isEmpty, "\(path)")
                #expect(try await browser.get(path, ["x-part": "main"]).status == 401)
                #expect(try await browser.post(path, token: "x").status == 303)
            }
        }
    }

    @Test("The right password opens a session in a cookie that scripts, other sites and plain HTTP behind HTTPS do not get")
    func right() async throws {
        try await Dash.with(password: Dash.password) { dash in
            let browser = try await dash.browser(signedInAs: nil)
            let answer = try await browser.post(
                "/sign-in", ["name": "camille", "password": Dash.password], token: nil, ["x-forwarded-proto": "https"])
            let cookie = try #require(answer.headers.values("set-cookie").first { $0.hasPrefix("session=") })
            for word in ["HttpOnly", "SameSite=Strict", "Secure", "Path=/", "Max-Age=43200"] { #expect(cookie.contains(word)) }
            let page = try await browser.get("/")
            #expect(page.status == 200 && page.text.contains("camille"))
        }
    }

    @Test("A wrong password is told so, and the fifth makes wait, also the one who then knows it")
    func throttled() async throws {
        try await Dash.with(password: Dash.password) { dash in
            let browser = try await dash.browser(signedInAs: nil)
            for _ in 1...5 {
                let wrong = try await browser.post("/sign-in", ["name": "x", "password": "correct hors"], token: nil)
                #expect(wrong.status == 401 && wrong.text.contains("That is not the password"))
            }
            let early = try await browser.post("/sign-in", ["password": Dash.password], token: nil)
            #expect(early.status == 429 && early.headers["retry-after"] != nil && early.text.contains("try again in"))
            #expect(browser.cookies["session"] == nil)
            dash.clock.turn(by: .seconds(2))
            #expect(try await browser.post("/sign-in", ["password": Dash.password], token: nil).status == 303)
        }
    }

    @Test("A session ends when nobody looks for an hour; a page that refreshes itself keeps none alive")
    func idle() async throws {
        try await Dash.with(password: Dash.password) { dash in
            let browser = try await dash.browser()
            dash.clock.turn(by: .seconds(3500))
            #expect(try await browser.get("/audit", ["x-part": "main"]).status == 200)
            dash.clock.turn(by: .seconds(200))
            #expect(try await browser.get("/audit").location == Self.signIn(for: "/audit"))
            let other = try await dash.browser()
            for _ in 1...13 {
                #expect(try await other.get("/audit").status == 200)
                dash.clock.turn(by: .seconds(3300))
            }
            // Twelve hours are over, however busy.
            dash.clock.turn(by: .seconds(600))
            #expect(try await other.get("/audit").location == Self.signIn(for: "/audit"))
        }
    }

    @Test("Signing out ends the session, also for who has kept its cookie")
    func signOut() async throws {
        try await Dash.with(password: Dash.password) { dash in
            let browser = try await dash.browser()
            let kept = browser.cookies
            let answer = try await browser.post("/sign-out")
            #expect(answer.location == "/sign-in" && browser.cookies["session"] == nil)
            browser.cookies = kept
            #expect(try await browser.get("/").location == "/sign-in")
        }
    }

    @Test("Without a password this machine alone is served, by its own names, and the page says so")
    func open() async throws {
        try await Dash.with { dash in
            let browser = try await dash.browser(language: "fr")
            let page = try await browser.get("/")
            #expect(page.status == 200 && page.text.contains("Sans mot de passe"))
            let rebound = try RawCall.send("GET / HTTP/1.1\r\nhost: attacker.example\r\nconnection: close\r\n\r\n", to: dash.port)
            #expect(rebound.hasPrefix("HTTP/1.1 421") && !rebound.contains("kind-company"))
            #expect(try await browser.get("/sign-in").location == "/")
        }
    }
}
