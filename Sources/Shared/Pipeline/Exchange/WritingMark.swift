import Database
import Domain

/// The mark that a write to HubSpot is about to happen, set right before it (invariants 3 and 8, R25).
struct WritingMark {
    let exchange: Exchange

    /// Marks what is about to be written, and returns those whose lease is still ours, each with the moment at which a
    /// creation of it was begun before.
    ///
    /// - Parameter again: what was begun before is known to be missing; the mark is set anew.
    func set(_ items: [Writing.Done], again: Bool = false) async throws(StepFailure) -> [Writing.Done] {
        guard !items.isEmpty else { return [] }
        let intents = items.map { item in
            BeginWriting.Intent(
                pair: item.plan.candidate.pair.id, term: item.plan.candidate.pair.term,
                values: item.plan.told, creates: item.plan.isBirth)
        }
        let rows = try await step { () async throws(DatabaseError) in
            try await exchange.workshop.database.run(
                BeginWriting(intents, again: again, duration: LeaseKeeper.duration))
        }
        let held = Dictionary(rows.map { ($0.pair, $0) }, uniquingKeysWith: { first, _ in first })
        return items.compactMap { item in
            guard let row = held[item.plan.candidate.pair.id] else { return nil }
            var item = item
            item.plan.candidate.pair.creatingAt = row.begunBefore
            return item
        }
    }
}

extension Plan {
    /// What HubSpot is about to be told, a move to another company included.
    fileprivate var told: [Field: String?] {
        var values = decision.toHubSpot
        if candidate.relations.company != nil { values[.company] = candidate.relations.hubspotTiers }
        return values
    }
}
