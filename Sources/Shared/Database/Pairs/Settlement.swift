public import Domain

/// What a worker decided about one pair, to be committed under its lease: the new image of every column that a
/// decision may change.
public struct Settlement: Sendable {
    public var pair: Pair
    /// The decision answers every change told before the lease; false keeps them unanswered (a retry).
    public var answers: Bool
    /// This commit is the pair's first sync (R8, R10): it opens.
    public var latches: Bool
    /// The moment of a retry, for `state == .retrying`.
    public var nextAttemptAt: Instant?
    public var conflicts: [FieldConflict]
    /// What goes into the journal: an event and, if any, the system that was written and the fields' names.
    public var journal: [JournalEntry]
    /// The row is not kept at all: an activity of a company that has not asked to be synced (R13).
    public var forgets: Bool

    public init(
        pair: Pair, answers: Bool = true, latches: Bool = false, nextAttemptAt: Instant? = nil,
        conflicts: [FieldConflict] = [], journal: [JournalEntry] = [], forgets: Bool = false
    ) {
        self.pair = pair
        self.answers = answers
        self.latches = latches
        self.nextAttemptAt = nextAttemptAt
        self.conflicts = conflicts
        self.journal = journal
        self.forgets = forgets
    }
}
