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
