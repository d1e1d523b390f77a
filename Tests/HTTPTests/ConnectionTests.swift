import HTTP
import Testing

@Suite(.timeLimit(.minutes(1))) struct ConnectionTests {
    @Test func oneConnectionServesManyRequestsInTurn() async throws {
        let server = TestServer { $0.answerAll() }
        defer { server.stop() }
        let client = client(connections: 4)
        for count in 1...20 {
            let response = try await client.send(HTTPRequest(.get, server.url))
            #expect(response.body == Array("1/\(count)".utf8))
        }
        #expect(server.accepted == 1)
    }

    @Test func twoHundredRequestsAtOnceAreAllAnsweredOverFourConnections() async throws {
        let server = TestServer { $0.answerAll() }
        defer { server.stop() }
        let client = client(connections: 4)
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<200 { group.addTask { try await client.send(HTTPRequest(.get, server.url)).status } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses == Array(repeating: 200, count: 200))
        #expect(server.accepted <= 4)
    }

    @Test func aConnectionThatTheServerClosedIsReplaced() async throws {
        let server = TestServer { peer in
            _ = peer.request()
            peer.answer()
        }
        defer { server.stop() }
        let client = client()
        for _ in 0..<3 { #expect(try await client.send(HTTPRequest(.get, server.url)).status == 200) }
        #expect(server.accepted == 3)
    }

    @Test func shutdownFinishesWhatIsUnderWayAndRefusesTheRest() async throws {
        let arrived = Signal()
        let server = TestServer { peer in
            _ = peer.request()
            arrived.tell()
            peer.answer(201)
        }
        defer { server.stop() }
        let client = client()
        async let underWay = client.send(HTTPRequest(.get, server.url))
        await arrived.wait()
        await client.shutdown()
        #expect(try await underWay.status == 201)
        #expect(await client.failure(HTTPRequest(.get, server.url)) == .cancelled(sent: false))
        await client.shutdown()
    }
}
