public import Domain

/// How far a reconciliation has come: pairs are compared kind by kind, in the order of their ids.
public struct ReconciliationPlace: Sendable, Hashable, Codable {
    /// Companies first, so that what hangs on a company that moved is seen in that light.
    public var kind: Kind
    /// The last pair compared; nil at the beginning of the kind.
    public var last: PairID?

    public init(kind: Kind, last: PairID? = nil) {
        self.kind = kind
        self.last = last
    }
}
