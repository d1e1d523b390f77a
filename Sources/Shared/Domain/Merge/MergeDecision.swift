/// What is to be written so that the two sides agree, and what they disagreed on (R24). nil clears a field.
public struct MergeDecision: Sendable, Hashable {
    public var toHubSpot: [Field: String?]
    public var toArtis: [Field: String?]
    public var conflicts: [FieldConflict]

    public init(
        toHubSpot: [Field: String?] = [:], toArtis: [Field: String?] = [:], conflicts: [FieldConflict] = []
    ) {
        self.toHubSpot = toHubSpot
        self.toArtis = toArtis
        self.conflicts = conflicts
    }

    /// Whether there is nothing to write.
    public var isEmpty: Bool { toHubSpot.isEmpty && toArtis.isEmpty }

    public subscript(system: System) -> [Field: String?] {
        get { system == .hubspot ? toHubSpot : toArtis }
        set {
            switch system {
            case .hubspot: toHubSpot = newValue
            case .artis: toArtis = newValue
            }
        }
    }
}
