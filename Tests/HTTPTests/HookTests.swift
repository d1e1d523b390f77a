import Dispatch
import Domain
import Foundation
import HTTP
import Testing

@Suite(.timeLimit(.minutes(1))) struct HookTests {
    @Test func itIsAskedOncePerRequestOnAStandingConnectionBeforeAnyByte() async throws {
        let connected = DispatchSemaphore(value: 0)
        let events = Record<String>()
        let server = TestServer { peer in
            connected.signal()
            while peer.request() != nil {
                events.add("bytes")
                peer.answer()
            }
        }
        defer { server.stop() }
        let client = client { request in
            if events.all.isEmpty { #expect(connected.wait(timeout: .now() + 10) == .success) }
            Thread.sleep(forTimeInterval: 0.1)
            events.add("permit for \(request.purpose)")
            return .granted
        }
        for purpose in [CallPurpose.read, .write] {
            let permit = PermitRequest(purpose: purpose, lane: .live)
            _ = try await client.send(HTTPRequest(.get, server.url, permit: permit))
        }
        #expect(events.all == ["permit for read", "bytes", "permit for write", "bytes"])
        #expect(server.accepted == 1)
    }

    @Test func aRequestWithoutPermitDoesNotAskIt() async throws {
        let server = TestServer { $0.answerAll() }
        defer { server.stop() }
        let client = client { _ in .unavailable("must not be asked") }
        #expect(try await client.send(HTTPRequest(.get, server.url)).status == 200)
    }

    @Test(arguments: [
        PermitVerdict.unavailable("no database"), .notBefore(Instant(milliseconds: 1), reason: .penalty),
    ])
    func itsRefusalComesBackTypedAndNothingIsSent(verdict: PermitVerdict) async throws {
        let received = Record<[UInt8]>()
        let gone = Signal()
        let server = TestServer { peer in
            while let bytes = peer.read() { received.add(bytes) }
            gone.tell()
        }
        defer { server.stop() }
        let failure = await client { _ in verdict }.failure(HTTPRequest(.post, server.url, body: [1], permit: permit))
        #expect(failure == .refusedByHook(verdict))
        #expect(failure?.mayHaveBeenSent == false)
        await gone.wait()
        #expect(received.all.isEmpty)
    }

    @Test func itsTimeCountsAgainstNoDeadline() async throws {
        let server = TestServer { $0.answerAll() }
        defer { server.stop() }
        let client = client(connectDeadline: .seconds(1)) { _ in
            Thread.sleep(forTimeInterval: 2)
            return .granted
        }
        let request = HTTPRequest(.get, server.url, deadline: .seconds(1), permit: permit)
        #expect(try await client.send(request).status == 200)
    }

    @Test func theDeadlineGoesOnAfterIt() async {
        let server = TestServer { peer in while peer.request() != nil {} }
        defer { server.stop() }
        let client = client { _ in
            Thread.sleep(forTimeInterval: 0.5)
            return .granted
        }
        let request = HTTPRequest(.get, server.url, deadline: .milliseconds(300), permit: permit)
        let elapsed = await ContinuousClock().measure { #expect(await client.failure(request) == .deadline(sent: true)) }
        #expect(elapsed >= .milliseconds(800) && elapsed < .seconds(20))
    }

    /// The first connection answers once and dies on the second request.
    private func dyingServer() -> TestServer {
        TestServer { peer in
            guard peer.number == 1 else { return peer.answerAll() }
            _ = peer.request()
            peer.answer()
            _ = peer.request()
        }
    }

    @Test func itIsAskedAgainWhenTheRequestIsRepeatedOnANewConnection() async throws {
        let server = dyingServer()
        defer { server.stop() }
        let asked = Record<PermitRequest>()
        let client = client { request in
            asked.add(request)
            return .granted
        }
        for _ in 0..<2 {
            #expect(try await client.send(HTTPRequest(.get, server.url, permit: permit)).status == 200)
        }
        #expect(asked.all.count == 3 && server.accepted == 2)
    }

    @Test func aRefusalToRepeatLeavesTheFirstAttemptUnknown() async throws {
        let server = dyingServer()
        defer { server.stop() }
        let asked = Record<PermitRequest>()
        let client = client { request in
            asked.add(request)
            return asked.all.count < 3 ? .granted : .unavailable("no database")
        }
        let request = HTTPRequest(.get, server.url, permit: permit)
        #expect(try await client.send(request).status == 200)
        let failure = await client.failure(request)
        #expect(failure?.mayHaveBeenSent == true)
        guard case .interrupted = failure else { return #expect(failure == .interrupted("")) }
    }

    @Test func whatMustNotBeDoneTwiceIsNotSentAgain() async throws {
        let server = dyingServer()
        defer { server.stop() }
        let client = client()
        var request = HTTPRequest(.post, server.url, body: [1])
        #expect(try await client.send(request).status == 200)
        let failure = await client.failure(request)
        #expect(failure?.mayHaveBeenSent == true)
        guard case .interrupted = failure else { return #expect(failure == .interrupted("")) }
        request.isRepeatable = true
        #expect(try await client.send(request).status == 200)
    }

    @Test func aPermitThatNobodyCanGiveIsTheCallersFault() async {
        let failure = await client().failure(HTTPRequest(.get, "http://127.0.0.1:1/", permit: permit))
        guard case .invalid = failure else { return #expect(failure == .invalid("")) }
    }
}
