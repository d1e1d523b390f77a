public import Domain

extension Pair {
    /// A record of HubSpot's that left no row, as a worker would first see it: for those who only ask what it would say.
    public init(unknown kind: Kind, hubspotID: ID<HubSpotRecord>) {
        self.init(
            id: PairID(0), kind: kind, hubspotID: hubspotID, state: .pending, warnings: [], wanted: 1, applied: 0,
            attempts: 0, createdAt: Instant(milliseconds: 0), term: 0, crashes: 0)
    }
}
