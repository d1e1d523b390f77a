/// How HubSpot is reached, and how much of it the fleet may use.
public struct HubSpotSettings: SettingsGroup, Hashable {
    public let baseURL: BaseURL
    public let token: Secret
    /// Name or id of the one pipeline that is kept in step; nil: the only one with all six stages (R16).
    public let pipeline: String?
    /// Calls in any ten seconds (R23).
    public let windowMax: Int
    public let searchPerSecond: Int
    public let dailyReserve: DailyReserve

    public init(
        baseURL: BaseURL, token: Secret, pipeline: String? = nil, windowMax: Int = 100, searchPerSecond: Int = 4,
        dailyReserve: DailyReserve = .percent(5)
    ) {
        self.baseURL = baseURL
        self.token = token
        self.pipeline = pipeline
        self.windowMax = windowMax
        self.searchPerSecond = searchPerSecond
        self.dailyReserve = dailyReserve
    }

    public init(from reader: inout SettingsReader) {
        baseURL = reader.baseURL(.hubspotBaseURL, default: .hubspot)
        token = reader.token(.hubspotAccessToken, allowed: "the access token of the private app, such as pat-eu1-…")
        pipeline = reader.optionalText(.hubspotPipeline, allowed: "the name or id of a deal pipeline")
        // The spacing is ten seconds through one less than this, hence at least 2.
        windowMax = reader.integer(.hubspotWindowMax, default: 100, in: 2...1000)
        searchPerSecond = reader.integer(.hubspotSearchPerSecond, default: 4, in: 1...100)
        dailyReserve = reader.value(
            .hubspotDailyReserve, default: .percent(5), allowed: DailyReserve.allowed, parse: DailyReserve.init)
    }
}
