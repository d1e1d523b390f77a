/// HubSpot's three limits. Searches have a window of their own, and count for the day.
struct RateLimits: Sendable {
    private var calls: RollingWindow
    private var searches: RollingWindow
    private var day = 0
    private(set) var usedToday = 0
    private var zone: String
    private var dailyLimit: Int

    init(_ settings: HubSpotSettings) {
        calls = RollingWindow(limit: settings.tenSecondLimit, length: 10_000_000)
        searches = RollingWindow(limit: settings.searchLimit, length: 1_000_000)
        zone = settings.timeZone
        dailyLimit = settings.dailyLimit
    }

    /// Changes the limits, and forgets no call that was let in.
    mutating func apply(_ settings: HubSpotSettings) {
        calls.limit = settings.tenSecondLimit
        searches.limit = settings.searchLimit
        zone = settings.timeZone
        dailyLimit = settings.dailyLimit
    }

    /// Counts a call that arrived at `moment` (µs), or refuses it.
    mutating func admit(at moment: Int, isSearch: Bool) throws(HubSpotFault) {
        let today = AccountDay.day(of: moment / 1_000_000, in: zone).day
        if today != day {
            day = today
            usedToday = 0
        }
        guard usedToday < dailyLimit else { throw Self.refusal("DAILY", "You have reached your daily limit.") }
        if isSearch {
            guard searches.admit(at: moment) else {
                throw Self.refusal("SECONDLY", "You have reached your secondly limit.")
            }
        } else {
            guard calls.admit(at: moment) else {
                throw Self.refusal("TEN_SECONDLY_ROLLING", "You have reached your ten_secondly_rolling limit.")
            }
        }
        usedToday += 1
    }

    /// What every answer but a search's says of the limits.
    var headers: [String: String] {
        [
            "x-hubspot-ratelimit-daily": String(dailyLimit),
            "x-hubspot-ratelimit-daily-remaining": String(max(0, dailyLimit - usedToday)),
            "x-hubspot-ratelimit-interval-milliseconds": "10000",
            "x-hubspot-ratelimit-max": String(calls.limit),
            "x-hubspot-ratelimit-remaining": String(calls.remaining),
        ]
    }

    private static func refusal(_ policy: String, _ message: String) -> HubSpotFault {
        HubSpotFault(status: 429, message: message, category: "RATE_LIMITS", policy: policy)
    }
}
