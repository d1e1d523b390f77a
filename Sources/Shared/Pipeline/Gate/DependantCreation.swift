public import Domain
public import HTTP

/// What creating a dependant in artis takes beside its fields.
public struct DependantCreation: Sendable {
    public var fields: [String: JSON]
    public var match: Candidate.Match
    public var warnings: [Warning]
    /// Why it cannot be created after all, such as a role that artis lacks (R2).
    public var blocked: (reason: Reason, detail: String)?

    public init(
        fields: [String: JSON] = [:], match: Candidate.Match = .none, warnings: [Warning] = [],
        blocked: (reason: Reason, detail: String)? = nil
    ) {
        self.fields = fields
        self.match = match
        self.warnings = warnings
        self.blocked = blocked
    }
}
