public import Domain

/// One end of an association, once, with all its labels.
public struct HubSpotAssociation: Sendable, Hashable {
    public var id: ID<HubSpotRecord>
    public var typeIDs: Set<Int>

    public init(id: ID<HubSpotRecord>, typeIDs: Set<Int>) {
        self.id = id
        self.typeIDs = typeIDs
    }

    /// Contact to company, company to contact, deal to company, company to deal. Activities have no primary company.
    static let primaryTypes: Set<Int> = [1, 2, 5, 6]

    /// R12: whether this is the primary company.
    public var isPrimary: Bool { !typeIDs.isDisjoint(with: Self.primaryTypes) }
}
