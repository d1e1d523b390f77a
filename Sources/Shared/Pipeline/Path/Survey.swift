public import Database

/// What a look at HubSpot brought: pairs that are answered without a write, and those to be exchanged with artis.
public struct Survey: Sendable {
    public var settled: [Settlement]
    public var candidates: [Candidate]

    public init(settled: [Settlement] = [], candidates: [Candidate] = []) {
        self.settled = settled
        self.candidates = candidates
    }
}
