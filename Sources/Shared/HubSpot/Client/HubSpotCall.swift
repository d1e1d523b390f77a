public import Domain

/// What a call is for and which line it stands in: asked of the limiter, and counted (R23).
public struct HubSpotCall: Sendable, Hashable {
    public var purpose: CallPurpose
    public var lane: Lane

    public init(purpose: CallPurpose, lane: Lane) {
        self.purpose = purpose
        self.lane = lane
    }
}
