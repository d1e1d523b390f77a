public import Domain

/// One piece of reference data as the fleet holds it.
public struct ReferenceRow: Sendable {
    public var key: String
    /// JSON text; nil until somebody has fetched it.
    public var value: String?
    public var fetchedAt: Instant?
}
