import Database
import Domain

/// Looks at pairs on both sides as a worker would, and tells which of them it would change (R29).
struct Comparison {
    /// One that looks only.
    let workshop: Workshop
    let trade: any Trade
    let lane: Lane

    struct Outcome {
        var differences: [Difference] = []
        /// Pairs that a system would not let be read, though it lets others.
        var unread: [Unread] = []
    }

    /// A failure that may be one record's fault halves the batch until that record stands alone.
    func compare(_ pairs: [Pair]) async throws(StepFailure) -> Outcome {
        guard !pairs.isEmpty else { return Outcome() }
        do throws(StepFailure) { return Outcome(differences: try await look(at: pairs)) } catch {
            // A scope is missing: none of this kind can be read, and the other kinds can.
            if case .forbidden(let cause) = error { return Outcome(unread: pairs.map { Unread($0, cause: cause) }) }
            guard case .faulted(let system, let cause) = error else { throw error }
            guard await workshop.breakers.answers(system) else { throw .down(system, cause) }
            guard pairs.count > 1 else { return Outcome(unread: [Unread(pairs[0], cause: cause)]) }
            let middle = pairs.count / 2
            var outcome = try await compare(Array(pairs[..<middle]))
            let other = try await compare(Array(pairs[middle...]))
            outcome.differences += other.differences
            outcome.unread += other.unread
            return outcome
        }
    }

    private func look(at pairs: [Pair]) async throws(StepFailure) -> [Difference] {
        let before = Dictionary(pairs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let survey = try await trade.survey(pairs, lane: lane, in: workshop)
        let reference = try await workshop.references.current()
        var settled = survey.settled
        var differences: [Difference] = []
        for (kind, candidates) in Dictionary(grouping: survey.candidates, by: \.pair.kind) {
            let exchange = Exchange(
                workshop: workshop, kind: kind, reference: reference, lane: lane,
                lease: LeaseKeeper(database: workshop.database, pairs: []), trace: nil)
            let outlook = try await exchange.plan(candidates)
            settled += outlook.settled
            differences += outlook.plans.compactMap { plan in
                before[plan.candidate.pair.id].flatMap { Difference($0, plan) }
            }
        }
        differences += settled.compactMap { settlement in
            before[settlement.pair.id].flatMap { Difference($0, settlement) }
        }
        return differences.sorted { $0.pair < $1.pair }
    }
}
