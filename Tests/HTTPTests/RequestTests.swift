import HTTP
import Testing

@Suite(.timeLimit(.minutes(1))) struct RequestTests {
    /// The request as a server saw it.
    private func sent(_ build: (String) -> HTTPRequest) async throws -> String {
        let seen = Record<String>()
        let server = TestServer { peer in
            if let request = peer.request() { seen.add(request) }
            peer.answer()
        }
        defer { server.stop() }
        _ = try await client().send(build(server.url))
        return seen.all.first ?? ""
    }

    @Test(arguments: HTTPRequest.Method.allCases)
    func theMethodAndTheBodyArriveAsGiven(method: HTTPRequest.Method) async throws {
        let body: [UInt8]? = method == .get ? nil : Array("{\"é\":0}".utf8)
        let text = try await sent { HTTPRequest(method, $0 + "a?b=c%20d", body: body) }
        #expect(text.hasPrefix("\(method.rawValue) /a?b=c%20d HTTP/1.1\r\n"))
        #expect(text.hasSuffix("\r\n\r\n" + String(decoding: body ?? [], as: UTF8.self)))
    }

    @Test func theClientNamesItselfAndAddsNothingUnasked() async throws {
        let text = try await sent { HTTPRequest(.post, $0, headers: ["X-Vide": "", "X-Plein": "a: b"]) }
        #expect(text.contains("User-Agent: passerelle/test\r\n"))
        #expect(text.contains("X-Vide:\r\n") && text.contains("X-Plein: a: b\r\n"))
        #expect(text.contains("Content-Length: 0\r\n"))
        #expect(text.contains("Accept-Encoding: ") && text.contains("gzip") && text.contains("br"))
        #expect(!text.contains("Content-Type") && !text.contains("Expect"))
    }

    @Test func aLargeBodyIsSentWithoutAskingFirst() async throws {
        let text = try await sent { HTTPRequest(.post, $0, body: Array(repeating: 0x61, count: 3 << 20)) }
        #expect(text.utf8.count > 3 << 20 && !text.contains("Expect"))
    }

    @Test(arguments: [
        HTTPRequest(.get, "http://127.0.0.1:1/", headers: ["X-A": "b\r\nX-C: d"]),
        HTTPRequest(.get, "http://127.0.0.1:1/", headers: ["X-A": "b\nc"]),
        HTTPRequest(.get, "http://127.0.0.1:1/", headers: ["X-A": "b\0c"]),
        HTTPRequest(.get, "http://127.0.0.1:1/", headers: ["X-A\r\nX-B": "c"]),
        HTTPRequest(.get, "http://127.0.0.1:1/", headers: ["X A": "b"]),
        HTTPRequest(.get, "http://127.0.0.1:1/", headers: ["": "b"]),
        HTTPRequest(.get, "http://127.0.0.1:1/", headers: ["content-length": "3"]),
        HTTPRequest(.get, "http://127.0.0.1:1/", headers: ["Transfer-Encoding": "chunked"]),
        HTTPRequest(.get, "http://127.0.0.1:1/", headers: ["Host": "elsewhere"]),
        HTTPRequest(.get, "http://127.0.0.1:1/", body: [1]),
        HTTPRequest(.get, "http://127.0.0.1:1/", deadline: .zero),
        HTTPRequest(.get, ""),
        HTTPRequest(.get, "/relative"),
        HTTPRequest(.get, "127.0.0.1:1/"),
        HTTPRequest(.get, "file:///etc/hostname"),
        HTTPRequest(.get, "ftp://127.0.0.1/"),
        HTTPRequest(.get, "http://user:secret@127.0.0.1:1/"),
        HTTPRequest(.get, "http://127.0.0.1:1/a b"),
        HTTPRequest(.get, "http://127.0.0.1:1/\r\nX: y"),
        HTTPRequest(.get, "http://127.0.0.1:99999/"),
        HTTPRequest(.get, "http://"),
        HTTPRequest(.get, "http://é.fr/"),
    ])
    func aRequestThatIsWrongInItselfIsRefused(request: HTTPRequest) async {
        let failure = await client().failure(request)
        guard case .invalid(let text) = failure else { return #expect(failure == .invalid("")) }
        #expect(!text.contains("secret"))
    }

    @Test func textIsEncodedForAUrl() {
        #expect("a-b_c.d~9".percentEncoded == "a-b_c.d~9")
        #expect("é /?&=+%\n".percentEncoded == "%C3%A9%20%2F%3F%26%3D%2B%25%0A")
    }
}
