public import Database
public import Domain

/// Makes one pair of two rows that prove to be one entity, by a transaction of its own: the pair is then looked at anew,
/// by whoever takes its hint.
public struct Halves: Sendable {
    let workshop: Workshop
    let lane: Lane

    public init(workshop: Workshop, lane: Lane) {
        self.workshop = workshop
        self.lane = lane
    }

    init(exchange: Exchange) { self.init(workshop: exchange.workshop, lane: exchange.lane) }

    /// False when the other is no half any more, and stopped no longer: then nothing was done.
    public func unite(_ pair: Pair, with other: Pair) async throws(StepFailure) -> Bool {
        guard other.state == .stopped, !other.isHalf, other.artisID != nil else {
            return try await unite(pair.id, with: other.id)
        }
        return try await record { (transaction) async throws(DatabaseError) in
            try await transaction.first(TakeOver(of: other.id, by: pair.id, lane: lane))
        }
    }

    /// As `unite`, for pairs known by their ids alone.
    public func unite(_ pair: PairID, with other: PairID) async throws(StepFailure) -> Bool {
        try await record { (transaction) async throws(DatabaseError) in
            try await transaction.first(JoinHalves(pair, other, lane: lane))
        }
    }

    /// What becomes of a pair that only HubSpot knows when a record of artis' proves to be its other half.
    enum Meeting {
        /// No row held it: the pair knows it from here on.
        case learnt(Pair)
        /// The row that held it was a half: the two are one now, and looked at anew.
        case united
        /// It belongs to another pair, which has a record of HubSpot's.
        case anothers
    }

    func meet(_ pair: Pair, with record: ID<ArtisRecord>) async throws(StepFailure) -> Meeting {
        let holder = try await step { () async throws(DatabaseError) in
            try await workshop.database.first(FindPairsByArtis(kind: pair.kind, artisIDs: [record]))
        }
        guard let holder else {
            var pair = pair
            pair.artisID = record
            return .learnt(pair)
        }
        return holder.isHalf ? try await unite(pair, with: holder) ? .united : .anothers : .anothers
    }

    /// Joins, and tells the history of the pair that is kept in the same transaction.
    private func record(
        _ join: (Transaction) async throws(DatabaseError) -> PairID?
    ) async throws(StepFailure) -> Bool {
        try await step { () async throws(DatabaseError) in
            try await workshop.database.transaction { (transaction) async throws(DatabaseError) in
                guard let kept = try await join(transaction) else { return false }
                try await transaction.execute(WriteJournal(entries: [(kept, JournalEntry(.linked))]))
                return true
            }
        }
    }
}
