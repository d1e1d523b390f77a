import Domain
import Foundation
import HTTP
import Observability
import Testing

@Suite(.timeLimit(.minutes(1))) struct ReportTests {
    @Test func howEachRequestEndedIsToldWithItsTimeAndWithoutTheHooks() async throws {
        let server = TestServer { $0.answerAll() }
        defer { server.stop() }
        let told = Record<HTTPExchange>()
        let client = client { _ in
            Thread.sleep(forTimeInterval: 0.5)
            return .granted
        } told: {
            told.add($0)
        }
        _ = try await client.send(HTTPRequest(.get, server.url, permit: permit))
        let exchange = try #require(told.all.first)
        #expect(exchange.request.permit == permit && exchange.took < .milliseconds(450))
        #expect(try exchange.outcome.get().status == 200)
    }

    @Test func aRequestThatTheHookRefusesAndOneThatFindsNobodyAreToldToo() async throws {
        let server = TestServer { $0.answerAll() }
        let told = Record<HTTPExchange>()
        let client = client(hook: { _ in .unavailable("no") }, told: { told.add($0) })
        _ = await client.failure(HTTPRequest(.get, server.url, permit: permit))
        server.stop()
        _ = await client.failure(HTTPRequest(.get, "http://127.0.0.1:1/"))
        let failures = told.all.compactMap { exchange -> HTTPFailure? in
            if case .failure(let why) = exchange.outcome { why } else { nil }
        }
        #expect(failures.first == .refusedByHook(.unavailable("no")))
        #expect(failures.count == 2 && failures.last?.mayHaveBeenSent == false)
    }

    @Test func tracedWorkNamesItsTraceAndEveryRequestIsAStepOfItsOwn() async throws {
        let heads = Record<String>()
        let server = TestServer { peer in
            while let head = peer.request() {
                heads.add(head.lowercased())
                peer.answer()
            }
        }
        defer { server.stop() }
        let client = client()
        let trace = TraceContext.fresh()
        try await TraceContext.$current.withValue(trace) {
            for _ in 1...2 { _ = try await client.send(HTTPRequest(.get, server.url)) }
            _ = try await client.send(HTTPRequest(.get, server.url, headers: ["traceparent": "own"]))
        }
        _ = try await client.send(HTTPRequest(.get, server.url))
        let parents = heads.all.map { head in
            head.split(separator: "\r\n").first { $0.hasPrefix("traceparent: ") }.map { String($0.dropFirst(13)) }
        }
        #expect(parents.count == 4)
        #expect(parents.prefix(2).allSatisfy { $0?.contains(trace.trace) == true } && parents[0] != parents[1])
        #expect(parents[2] == "own" && parents[3] == nil)
    }
}
