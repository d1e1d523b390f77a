import Testing

@testable import Sandbox

struct HubSpotLimitTests {
    @Test("Of 101 calls in one window exactly one is refused, and ten seconds after the first there is room again")
    func burst() async throws {
        let hubspot = try RunningHubSpot { $0.tenSecondLimit = 100 }
        let start = SteadyClock.shared.now
        var refused: [JSON] = []
        for call in 0..<101 {
            let (status, json, _) = await hubspot.send("GET", "/crm/v3/owners/", at: start + call * 1000)
            if status == 429 { refused.append(json) }
        }
        #expect(refused.count == 1)
        #expect(refused.first?["policyName"] == "TEN_SECONDLY_ROLLING")
        #expect(refused.first?["errorType"] == "RATE_LIMIT")
        #expect(await hubspot.send("GET", "/crm/v3/owners/", at: start + 9_999_999).status == 429)
        #expect(await hubspot.send("GET", "/crm/v3/owners/", at: start + 10_000_000).status == 200)
        #expect(await hubspot.send("GET", "/crm/v3/owners/", at: start + 10_000_999).status == 429)
    }

    @Test("Searches have a window of their own, without headers, and leave the other untouched")
    func searches() async throws {
        let hubspot = try RunningHubSpot { ($0.searchLimit, $0.tenSecondLimit) = (5, 1) }
        let start = SteadyClock.shared.now
        var statuses: [Int] = []
        for call in 0..<6 {
            let (status, json, answer) = await hubspot.send(
                "POST", "/crm/v3/objects/deals/search", ["limit": 1], at: start + call)
            statuses.append(status)
            #expect(answer.headers["x-hubspot-ratelimit-max"] == nil)
            if status == 429 { #expect(json["policyName"] == "SECONDLY") }
        }
        #expect(statuses == [200, 200, 200, 200, 200, 429])
        let (status, _, answer) = await hubspot.send("GET", "/crm/v3/owners/", at: start + 10)
        #expect(status == 200)
        #expect(answer.headers["x-hubspot-ratelimit-remaining"] == "0")
    }

    @Test("The day's quota begins anew at midnight of the account's zone, not of UTC")
    func daily() async throws {
        // 2026-07-01, when Paris is two hours ahead of UTC.
        let parisMidnight = try #require(Moment.read("2026-06-30T22:00:00Z")) * 1000
        let hubspot = try RunningHubSpot { $0.dailyLimit = 2 }
        func ask(_ offset: Int) async -> (status: Int, policy: String?) {
            let (status, json, _) = await hubspot.send("GET", "/crm/v3/owners/", at: parisMidnight + offset)
            return (status, json["policyName"]?.text)
        }
        #expect(await ask(-3_000_000).status == 200)
        #expect(await ask(-2_000_000).status == 200)
        #expect(await ask(-1_000_000) == (429, "DAILY"))
        #expect(await ask(0).status == 200)
    }

    @Test("A changed limit forgets no call that was let in")
    func changed() async throws {
        let hubspot = try RunningHubSpot { $0.tenSecondLimit = 2 }
        let start = SteadyClock.shared.now
        _ = await hubspot.send("GET", "/crm/v3/owners/", at: start)
        _ = await hubspot.send("GET", "/crm/v3/owners/", at: start)
        try await hubspot.control("PATCH", "/hubspot/settings", ["ten_second_limit": 3])
        #expect(await hubspot.send("GET", "/crm/v3/owners/", at: start + 1).status == 200)
        #expect(await hubspot.send("GET", "/crm/v3/owners/", at: start + 2).status == 429)
    }

    @Test("A wrong or missing token is refused and counts for nothing")
    func token() async throws {
        let hubspot = try RunningHubSpot { $0.tenSecondLimit = 1 }
        let (status, json, _) = await hubspot.send("GET", "/crm/v3/owners/", token: "other")
        #expect(status == 401)
        #expect(json["category"] == "INVALID_AUTHENTICATION")
        #expect(await hubspot.send("GET", "/crm/v3/owners/").status == 200)
    }

    @Test("The largest number of calls in any window is found, its end left out")
    func largest() {
        #expect(RateSummary.largest([], window: 10) == 0)
        #expect(RateSummary.largest([0, 5, 9, 10, 20], window: 10) == 3)
        #expect(RateSummary.largest([0, 10, 20], window: 10) == 1)
    }
}
