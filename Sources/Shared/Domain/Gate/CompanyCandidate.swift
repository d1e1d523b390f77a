/// A company that a deal or contact is associated with in HubSpot (R12).
public struct CompanyCandidate: Sendable, Hashable {
    public var id: ID<HubSpotRecord>
    public var isPrimary: Bool
    /// Whether it is open: latched and not stopped.
    public var isSynced: Bool
    /// Whether it holds any SIRET; companies that HubSpot makes from a mail domain do not.
    public var hasSIRET: Bool

    public init(id: ID<HubSpotRecord>, isPrimary: Bool, isSynced: Bool, hasSIRET: Bool) {
        self.id = id
        self.isPrimary = isPrimary
        self.isSynced = isSynced
        self.hasSIRET = hasSIRET
    }
}
