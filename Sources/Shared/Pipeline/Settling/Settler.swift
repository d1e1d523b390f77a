import Database
import Domain

/// Commits what was decided about a batch, and all that follows from it, in one transaction (architecture.md, "Work"
/// and "Gate"): afterwards the batch's messages are answered, and may be acknowledged.
struct Settler {
    let database: Database
    let lane: Lane
    var traces = Traces()

    /// Returns the settlements that were committed; the others' terms were not ours any more.
    ///
    /// A unique index that refuses one record must not fail its neighbours: the batch is then settled one by one, and
    /// `fallback` says what becomes of the one.
    func settle(
        _ settlements: [Settlement], fallback: (Settlement) -> Settlement
    ) async throws(StepFailure) -> [Settlement] {
        do throws(DatabaseError) {
            return try await commit(settlements)
        } catch .conflict where settlements.count > 1 {
            var committed: [Settlement] = []
            for settlement in settlements { committed += try await settle([settlement], fallback: fallback) }
            return committed
        } catch .conflict {
            do throws(DatabaseError) { return try await commit(settlements.map(fallback)) } catch {
                throw .database(error)
            }
        } catch {
            throw .database(error)
        }
    }

    private func commit(_ settlements: [Settlement]) async throws(DatabaseError) -> [Settlement] {
        try await database.transaction { (transaction) async throws(DatabaseError) -> [Settlement] in
            // Locks in a fixed order: companies, link targets, then the batch's own pairs.
            let gated = try await Gatekeeper(settlements).hold(in: transaction)
            if !gated.forgotten.isEmpty {
                try await transaction.execute(ForgetPairs(gated.forgotten.map(\.pair)))
            }
            let uniting = gated.kept.filter(\.unites).map(\.pair)
            let absorbed = uniting.isEmpty ? [] : try await transaction.run(AbsorbHalves(of: uniting))
            let rows = try await transaction.run(SettlePairs(gated.kept))
            let saying = absorbed.filter(\.says).map(\.pair)
            if !saying.isEmpty { _ = try await transaction.run(WantPairs(pairs: saying, lane: lane)) }
            let unanswered = Set(rows.filter(\.unanswered).map(\.pair))
            let reopened = Set(rows.filter(\.reopened).map(\.pair))
            let committed = gated.kept.filter { settlement in rows.contains { $0.pair == settlement.pair.id } }
            try await Aftermath(
                committed: committed, missed: gated.missed, unanswered: unanswered, reopened: reopened,
                rehomed: Set(rows.filter(\.rehomed).map(\.pair)), lane: lane, traces: traces
            ).write(in: transaction)
            return committed + gated.forgotten
        }
    }
}
