public import Domain

/// What a worker decided about one pair, to be committed under its lease: the new image of every column that a
/// decision may change.
public struct Settlement: Sendable {
    public var pair: Pair
    /// The decision answers every change told before the lease; false keeps them unanswered (a retry).
    public var answers: Bool
    /// This commit is the pair's first sync (R8, R10): it opens.
    public var latches: Bool
    /// It was not synced before, for the first time or again: what is linked with it looks anew (R21, R26).
    public var resumes: Bool
    /// What existed below the company before is to be found: not below one that we have just made (R13). One that had
    /// stopped is sought below anyway when it goes on.
    public var findsBelow: Bool
    /// The pair may have got an id that a row of its own stands for by now.
    public var unites: Bool
    /// HubSpot has refused to create it: nothing was made, and the mark of its creation goes. What else a worker does
    /// not know of a creation leaves the mark where it is (invariant 8).
    public var isUncreated = false
    /// The moment of a retry, for `state == .retrying`.
    public var nextAttemptAt: Instant?
    public var conflicts: [FieldConflict]
    /// What goes into the journal: an event and, if any, the system that was written and the fields' names.
    public var journal: [JournalEntry]
    /// A SIRET that this company held and holds no longer: others may be blocked by it (R6).
    public var releasesSIRET: String?
    /// The SIRET whose holder blocks this company, where HubSpot's table does not tell (R6).
    public var blockedBySIRET: String?
    /// The contacts and deals that an activity is associated with, where they were read (R21).
    public var links: [ActivityLink]?
    /// Those of them that were synced when the activity was written.
    public var linkedTargets: Set<PairID>

    public init(
        pair: Pair, answers: Bool = true, latches: Bool = false, resumes: Bool? = nil, findsBelow: Bool? = nil,
        unites: Bool = false, nextAttemptAt: Instant? = nil,
        conflicts: [FieldConflict] = [], journal: [JournalEntry] = [], releasesSIRET: String? = nil,
        links: [ActivityLink]? = nil, linkedTargets: Set<PairID> = []
    ) {
        self.pair = pair
        self.answers = answers
        self.latches = latches
        self.resumes = resumes ?? latches
        self.findsBelow = findsBelow ?? latches
        self.unites = unites
        self.nextAttemptAt = nextAttemptAt
        self.conflicts = conflicts
        self.journal = journal
        self.releasesSIRET = releasesSIRET
        self.links = links
        self.linkedTargets = linkedTargets
    }
}
