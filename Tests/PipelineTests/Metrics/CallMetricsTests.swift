import Domain
import HTTP
import Observability
import Testing

@testable import Pipeline

@Suite struct CallMetricsTests {
    private let metrics = Metrics()

    @Test("A call is counted by what it is for and how it ended; what was never sent is no call")
    func calls() {
        let calls = CallMetrics(metrics)
        let permit = PermitRequest(purpose: .read, lane: .live)
        let request = HTTPRequest(.post, "http://hubspot.test/crm", permit: permit)
        let outcomes: [Result<HTTPResponse, HTTPFailure>] = [
            .success(HTTPResponse(status: 207)), .success(HTTPResponse(status: 429)), .success(HTTPResponse(status: 404)),
            .success(HTTPResponse(status: 502)), .failure(.deadline(sent: true)), .failure(.unreachable("nobody")),
            .failure(.refusedByHook(.unavailable("no"))), .failure(.cancelled(sent: false)),
        ]
        for outcome in outcomes {
            calls.toHubSpot(HTTPExchange(request: request, outcome: outcome, took: .milliseconds(20)))
        }
        let text = metrics.exposition()
        for (status, count) in [("2xx", 1), ("429", 1), ("4xx", 1), ("5xx", 1), ("none", 2)] {
            #expect(text.contains(#"calls_total{purpose="read",lane="live",status="\#(status)"} \#(count)"#))
        }
        #expect(text.contains(#"hubspot_call_duration_seconds_count{purpose="read"} 6"#))
    }

    @Test(
        "A call to artis is named by its path", arguments: [
            ("/v1/tiers/lecture", "read"), ("/v1/actions/lots", "write"), ("/v1/changements?depuis=7", "feed"),
            ("/v1/affaires?suite=lots", "list"), ("/v1/interlocuteurs", "list"), ("/v1/parametres", "reference"), ("", "reference"),
        ])
    func artis(path: String, operation: String) {
        #expect(ArtisOperationName(HTTPRequest(.get, "http://artis.test\(path)")).rawValue == operation)
    }

    @Test("The limiter's answers are counted, and waits of those alone that it granted")
    func limiter() {
        let verdicts: [PermitVerdict] = [
            .granted, .notBefore(Instant(milliseconds: 0), reason: .dailyQuota), .unavailable("no database"),
        ]
        let calls = CallMetrics(metrics)
        for verdict in verdicts {
            #expect(calls.counting { _ in verdict }(PermitRequest(purpose: .write, lane: .backfill)) == verdict)
        }
        let text = metrics.exposition()
        #expect(text.contains(#"limiter_verdicts_total{lane="backfill",verdict="granted"} 1"#))
        #expect(text.contains(#"limiter_verdicts_total{lane="backfill",verdict="daily_quota"} 1"#))
        #expect(text.contains(#"limiter_verdicts_total{lane="backfill",verdict="unavailable"} 1"#))
        #expect(text.contains(#"limiter_verdicts_total{lane="live",verdict="penalty"} 0"#))
        #expect(text.contains(#"limiter_wait_seconds_count{lane="backfill"} 1"#))
    }
}
