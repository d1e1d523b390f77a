import Database
import Domain

extension WebhookIntake {
    /// Writes it all to the rows, in the caller's transaction.
    func accept(in transaction: Transaction, trace: String?) async throws(DatabaseError) {
        let held = try await hold(in: transaction)
        if !changes.isEmpty { _ = try await transaction.run(AcceptChanges(changes, lane: .live, trace: trace)) }
        if !moved.isEmpty { _ = try await transaction.run(WantActivitiesBeside(moved, lane: .live)) }
        for merge in merges { _ = try await transaction.run(merge) }
        if !gaining.isEmpty {
            let gaining = try await transaction.run(DiscoverAnew(gaining, lane: .live))
            _ = try await transaction.run(WantLinkedActivities(linkedTo: gaining, lane: .live))
            _ = try await transaction.run(WantDependantsUnderway(lane: .live))
        }
        if !gone.isEmpty { try await transaction.see(gone.map { (company: $0, siret: nil) }, lane: .live) }
        if !freed.isEmpty { _ = try await transaction.run(RetryContactDuplicates(of: freed, lane: .live)) }
        let erased = held.filter { erasures.contains($0.record) }.map(\.pair)
        if !erased.isEmpty { _ = try await transaction.run(ErasePairs(erased, stops: true)) }
    }

    /// Several statements that change pairs lock them all first, in id order.
    private func hold(in transaction: Transaction) async throws(DatabaseError) -> [HoldRecords.Row] {
        guard !merges.isEmpty || !erasures.isEmpty else { return [] }
        let merged = merges.flatMap { merge in
            (merge.losers + [merge.winner, merge.survivor].compactMap(\.self)).map { RecordKey(kind: merge.kind, id: $0) }
        }
        let changed = changes.map { RecordKey(kind: $0.kind, id: $0.hubspotID) }
        return try await transaction.run(HoldRecords(changed + merged + erasures))
    }
}
