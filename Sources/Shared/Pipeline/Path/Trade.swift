public import Database
public import Domain

/// What one worker brings to the common path: how its kinds are read, and whether they may go on (the gate). Deciding,
/// writing and committing are the same for all.
public protocol Trade: Sendable {
    var role: WorkerRole { get }
    /// How many pairs share one round of calls to HubSpot.
    var batchSize: Int { get }

    /// Looks at leased pairs in HubSpot.
    func survey(_ pairs: [Pair], lane: Lane, in workshop: Workshop) async throws(StepFailure) -> Survey
}

/// What a look at HubSpot brought: pairs that are answered without a write, and those to be exchanged with artis.
public struct Survey: Sendable {
    public var settled: [Settlement]
    public var candidates: [Candidate]

    public init(settled: [Settlement] = [], candidates: [Candidate] = []) {
        self.settled = settled
        self.candidates = candidates
    }
}
