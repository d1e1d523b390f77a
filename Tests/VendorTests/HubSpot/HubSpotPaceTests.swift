import Domain
import HTTP
import HubSpot
import Synchronization
import Testing

@Suite("R23 what HubSpot says of its limits is told to the fleet")
struct HubSpotPaceTests {
    final class Told: Sendable {
        let policies = Mutex<[PolicyName]>([])
        let quotas = Mutex<[DailyQuota]>([])

        var pace: HubSpotPace {
            HubSpotPace(
                penalised: { policy in self.policies.withLock { $0.append(policy) } },
                quota: { quota in self.quotas.withLock { $0.append(quota) } })
        }
    }

    static let policies: [(String, PolicyName)] = [
        (#"{"status":"error","errorType":"RATE_LIMIT","policyName":"TEN_SECONDLY_ROLLING"}"#, .tenSecondly),
        (#"{"policyName":"TEN_SECONDLY"}"#, .tenSecondly), (#"{"policyName":"SECONDLY"}"#, .secondly),
        (#"{"policyName":"DAILY"}"#, .daily), (#"{"policyName":"MONTHLY"}"#, .tenSecondly),
        (#"{"policyName":7}"#, .tenSecondly), ("", .tenSecondly), ("<html>", .tenSecondly),
    ]

    @Test("R23 a 429 tells its policy, and nothing was done", arguments: policies)
    func penalised(_ body: String, _ policy: PolicyName) async {
        let told = Told()
        let error = await failure { () async throws(HubSpotFailure) in
            try await HubSpotClient(Script(429, body), pace: told.pace).owners(for: reads)
        }
        #expect(error == .notNow(nil, reason: "HubSpot answered 429 (\(policy.rawValue))"))
        #expect(told.policies.withLock { $0 } == [policy])
    }

    static let headers: [(HTTPHeaders, Int?)] = [
        (["X-HubSpot-RateLimit-Daily": "250000", "X-HubSpot-RateLimit-Daily-Remaining": "249998"], 249_998),
        (["x-hubspot-ratelimit-daily": "250000", "x-hubspot-ratelimit-daily-remaining": "-3"], 0),
        (["X-HubSpot-RateLimit-Daily": "250000"], nil), ([:], nil),
        (["X-HubSpot-RateLimit-Daily": "many", "X-HubSpot-RateLimit-Daily-Remaining": "few"], nil),
    ]

    @Test("R23 the daily quota is read from any answer, a refusal too", arguments: headers.indices, [200, 404])
    func quota(_ index: Int, _ status: Int) async {
        let (headers, remaining) = Self.headers[index]
        let told = Told()
        let script = Script(status, #"{"results":[]}"#, headers: headers)
        _ = await failure { () async throws(HubSpotFailure) in
            try await HubSpotClient(script, pace: told.pace).pipelines(for: reads)
        }
        #expect(told.quotas.withLock { $0 }.map(\.remaining) == (remaining.map { [$0] } ?? []))
        #expect(told.quotas.withLock { $0 }.allSatisfy { $0.limit == 250_000 })
    }

    @Test("Every call asks for a permit of its purpose and lane, a search for one of the searches too")
    func permits() async throws {
        let script = Script(200, #"{"results":[]}"#)
        let client = HubSpotClient(script)
        _ = try await client.read(.call, ids: [hubspotID(1)], properties: [], for: reads)
        _ = try await client.search(.call, HubSpotSearch(groups: []), for: HubSpotCall(purpose: .poll, lane: .backfill))
        #expect(
            script.requests.map(\.permit) == [
                PermitRequest(purpose: .read, lane: .live),
                PermitRequest(purpose: .poll, lane: .backfill, search: true),
            ])
        #expect(script.requests.allSatisfy { $0.deadline == .seconds(30) })
    }
}
