/// What HubSpot's answers say of its limits, told to whoever keeps the pace of the fleet (R23).
public struct HubSpotPace: Sendable {
    /// HubSpot answered 429.
    public var penalised: @Sendable (PolicyName) async -> Void
    /// An answer told how much of the day's quota is left.
    public var quota: @Sendable (DailyQuota) async -> Void

    public init(
        penalised: @escaping @Sendable (PolicyName) async -> Void, quota: @escaping @Sendable (DailyQuota) async -> Void
    ) {
        self.penalised = penalised
        self.quota = quota
    }

    /// Tells nobody.
    public static let silent = HubSpotPace(penalised: { _ in }, quota: { _ in })
}
