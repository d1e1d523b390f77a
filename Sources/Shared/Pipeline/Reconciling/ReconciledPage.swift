/// What came of one page of a reconciliation.
public struct ReconciledPage: Sendable {
    /// Pairs that were compared.
    public var compared: Int
    public var differences: [Difference]
    public var unread: [Unread]
    /// Of the pairs that differ, those that were queued; 0 when nothing is to be repaired.
    public var queued: Int
    /// Where the next page begins; nil when everything was compared.
    public var next: ReconciliationPlace?
}
