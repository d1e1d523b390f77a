import Domain
import HTTP
import Testing

@Suite(.timeLimit(.minutes(1))) struct FailureTests {
    @Test func aPortThatNobodyListensOnIsUnreachable() async {
        let failure = await client().failure(HTTPRequest(.get, "http://127.0.0.1:\(TestServer.refusedPort())/"))
        guard case .unreachable = failure else { return #expect(failure == .unreachable("")) }
    }

    @Test func aNameThatDoesNotExistIsUnreachable() async {
        let failure = await client().failure(HTTPRequest(.get, "http://nobody.invalid/"))
        guard case .unreachable = failure else { return #expect(failure == .unreachable("")) }
    }

    @Test(arguments: [
        "", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf", "HTTP/1.1 200 OK\r\nContent-Le",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", "\u{1}rubbish\r\n\r\n",
    ])
    func anAnswerThatBreaksOffIsUnknown(part: String) async {
        let server = TestServer { peer in
            _ = peer.request()
            peer.write(part)
        }
        defer { server.stop() }
        let failure = await client().failure(HTTPRequest(.post, server.url, body: [1]))
        guard case .interrupted = failure else { return #expect(failure == .interrupted("")) }
    }

    @Test(arguments: [
        (HTTPFailure.refusedByHook(.unavailable("")), false), (.unreachable(""), false), (.untrusted(""), false),
        (.interrupted(""), true), (.deadline(sent: true), true), (.deadline(sent: false), false),
        (.tooLarge(limit: 1), true), (.cancelled(sent: true), true), (.cancelled(sent: false), false),
        (.invalid(""), false),
    ])
    func aFailureTellsWhetherTheRequestMayHaveBeenSent(failure: HTTPFailure, sent: Bool) {
        #expect(failure.mayHaveBeenSent == sent)
    }
}
