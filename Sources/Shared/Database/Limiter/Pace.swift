public import Runtime

/// The limits that the fleet keeps towards HubSpot (R22, R23).
public struct Pace: Sendable, Equatable {
    /// Between two calls of the whole fleet (`HUBSPOT_DELAI_APPELS`).
    public var delay: Duration
    /// Calls in any ten seconds.
    public var windowMax: Int
    public var searchesPerSecond: Int
    /// What of the day's quota is left to others.
    public var reserve: DailyReserve
    /// The account's time zone, whose midnight renews the quota; nil while it is not known yet.
    public var zone: String?

    public init(
        delay: Duration = .milliseconds(500), windowMax: Int = 100, searchesPerSecond: Int = 4,
        reserve: DailyReserve = .percent(5), zone: String? = nil
    ) {
        self.delay = delay
        self.windowMax = windowMax
        self.searchesPerSecond = searchesPerSecond
        self.reserve = reserve
        self.zone = zone
    }
}
