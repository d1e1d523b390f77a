import Dispatch
import Domain
import HTTP
import Testing

@Suite(.timeLimit(.minutes(1))) struct CancellationTests {
    @Test func aTransferEndsWithItsTask() async {
        let arrived = Signal()
        let server = TestServer { peer in
            _ = peer.request()
            arrived.tell()
            _ = peer.read()
        }
        defer { server.stop() }
        let client = client()
        let task = Task { await client.failure(HTTPRequest(.get, server.url)) }
        await arrived.wait()
        let elapsed = await ContinuousClock().measure {
            task.cancel()
            #expect(await task.value == .cancelled(sent: true))
        }
        #expect(elapsed < .seconds(20))
    }

    @Test func aRequestInLineLeavesItAndThoseBehindGoOn() async throws {
        let (arrived, proceed) = (Signal(), DispatchSemaphore(value: 0))
        let server = TestServer { peer in
            while peer.request() != nil {
                arrived.tell()
                proceed.wait()
                peer.answer()
            }
        }
        defer { server.stop() }
        let client = client()
        async let first = client.send(HTTPRequest(.get, server.url))
        await arrived.wait()
        let second = Task { await client.failure(HTTPRequest(.get, server.url)) }
        async let third = client.send(HTTPRequest(.get, server.url))
        second.cancel()
        #expect(await second.value == .cancelled(sent: false))
        proceed.signal()
        proceed.signal()
        #expect(try await first.status == 200)
        #expect(try await third.status == 200)
        #expect(server.accepted == 1)
    }

    @Test func aTaskCancelledInTheHookSendsNothing() async {
        let received = Record<[UInt8]>()
        let (gone, asked, proceed) = (Signal(), Signal(), DispatchSemaphore(value: 0))
        let server = TestServer { peer in
            while let bytes = peer.read() { received.add(bytes) }
            gone.tell()
        }
        defer { server.stop() }
        let client = client { _ in
            asked.tell()
            proceed.wait()
            return .granted
        }
        let task = Task { await client.failure(HTTPRequest(.get, server.url, permit: permit)) }
        await asked.wait()
        task.cancel()
        proceed.signal()
        #expect(await task.value == .cancelled(sent: false))
        await gone.wait()
        #expect(received.all.isEmpty)
    }
}
