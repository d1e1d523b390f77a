import Foundation
import HTTP
import Testing

@Suite(.timeLimit(.minutes(1))) struct DeadlineTests {
    private let clock = ContinuousClock()

    @Test func aServerThatNeverAnswersIsLeftAtTheDeadline() async {
        let server = TestServer { peer in while peer.request() != nil {} }
        defer { server.stop() }
        let elapsed = await clock.measure {
            let failure = await client().failure(HTTPRequest(.get, server.url, deadline: .milliseconds(300)))
            #expect(failure == .deadline(sent: true))
        }
        #expect(elapsed >= .milliseconds(300) && elapsed < .seconds(20))
    }

    @Test func aServerThatDripsBytesIsLeftAtTheDeadline() async {
        let server = TestServer { peer in
            _ = peer.request()
            peer.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
            while peer.write("x") { Thread.sleep(forTimeInterval: 0.02) }
        }
        defer { server.stop() }
        let elapsed = await clock.measure {
            let failure = await client().failure(HTTPRequest(.get, server.url, deadline: .milliseconds(300)))
            #expect(failure == .deadline(sent: true))
        }
        #expect(elapsed < .seconds(20))
    }

    @Test func aServerThatNeverShakesHandsIsUnreachableAtTheConnectDeadline() async {
        let server = TestServer { peer in while peer.read() != nil {} }
        defer { server.stop() }
        let url = "https://127.0.0.1:\(server.port)/"
        let failure = await client(connectDeadline: .milliseconds(300)).failure(HTTPRequest(.get, url))
        guard case .unreachable = failure else { return #expect(failure == .unreachable("")) }
        #expect(await client().failure(HTTPRequest(.get, url, deadline: .milliseconds(200))) == .deadline(sent: false))
    }

    @Test func theConnectionAfterADeadlineServesTheNextRequest() async throws {
        let server = TestServer { peer in if peer.number == 1 { _ = peer.read(); _ = peer.read() } else { peer.answerAll() } }
        defer { server.stop() }
        let client = client()
        let failure = await client.failure(HTTPRequest(.post, server.url, body: [1], deadline: .milliseconds(200)))
        #expect(failure == .deadline(sent: true))
        #expect(try await client.send(HTTPRequest(.get, server.url)).body == Array("2/1".utf8))
    }
}
