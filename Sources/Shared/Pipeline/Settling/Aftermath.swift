import Database
import Domain

/// What follows from settlements, in their very transaction: whoever waited is released, discovery is queued, links are
/// kept, and what is still unanswered is hinted again.
struct Aftermath {
    let committed: [Settlement]
    let missed: [PairID]
    let unanswered: Set<PairID>
    /// Those that had stopped, and go on by this very commit, whatever it makes of them.
    let reopened: Set<PairID>
    /// Those that hang on another company than before, or on one at last.
    let rehomed: Set<PairID>
    let lane: Lane
    let traces: Traces

    func write(in transaction: Transaction) async throws(DatabaseError) {
        try await replaceLinks(in: transaction)
        try await openCompanies(in: transaction)
        try await discover(in: transaction)
        try await wakeLinked(in: transaction)
        try await wakeBeside(in: transaction)
        try await wakeDuplicates(in: transaction)
        try await wakeHeld(in: transaction)
        try await wakeForbidden(in: transaction)
        try await hintUnanswered(in: transaction)
        try await keepHistory(in: transaction)
    }

    private func openCompanies(in transaction: Transaction) async throws(DatabaseError) {
        let companies = committed.filter { $0.pair.kind == .company }
        let opened = companies.filter { $0.opens || reopened.contains($0.pair.id) }.map(\.pair.id).sorted()
        if !opened.isEmpty { _ = try await transaction.run(ReleaseDependants(of: opened, lane: lane, traces: traces)) }
        let left = companies.filter { $0.pair.state == .stopped || $0.losesSIRET }.map(\.pair.id).sorted()
        if !left.isEmpty { _ = try await transaction.run(WantDependants(of: left, lane: lane)) }
        let gone = companies.filter { $0.pair.reason == .deletedInHubSpot }.compactMap(\.pair.hubspotID)
        if !gone.isEmpty { try await transaction.see(gone.map { ($0, nil) }, lane: lane) }
        let silent = companies.filter { !$0.pair.isLatched && !$0.latches && $0.pair.box != true }.map(\.pair.id)
        if !silent.isEmpty { try await transaction.execute(ForgetParkedActivities(of: silent)) }
    }

    /// While a record was archived HubSpot showed nothing below or beside it, and no event tells what has come there (R26).
    private func discover(in transaction: Transaction) async throws(DatabaseError) {
        let finding = committed.filter { settlement in
            reopened.contains(settlement.pair.id) || (settlement.pair.kind == .company && settlement.findsBelow)
        }.map(\.pair.id).sorted()
        if !finding.isEmpty { _ = try await transaction.run(WantDiscovery(below: finding, lane: lane)) }
    }

    private func replaceLinks(in transaction: Transaction) async throws(DatabaseError) {
        let linking = committed.filter { $0.links != nil }
        guard !linking.isEmpty else { return }
        try await transaction.execute(
            ReplaceLinks(of: linking.map(\.pair.id), links: linking.flatMap { $0.links ?? [] }))
    }

    /// What activities are linked with (R21).
    private var linkEnds: [Settlement] { committed.filter { $0.pair.kind == .deal || $0.pair.kind == .contact } }

    private func wakeLinked(in transaction: Transaction) async throws(DatabaseError) {
        let targets = linkEnds.filter { $0.resumes || reopened.contains($0.pair.id) }
        if !targets.isEmpty {
            _ = try await transaction.run(
                WantLinkedActivities(linkedTo: targets.map(\.pair.id), lane: lane, traces: traces))
        }
        if !missed.isEmpty { _ = try await transaction.run(WantPairs(pairs: missed, lane: lane)) }
    }

    /// The company of a deal or contact tells that of its activities: those that found none may find one (R12). Where a
    /// merge has moved it no event says so.
    private func wakeBeside(in transaction: Transaction) async throws(DatabaseError) {
        let moved = linkEnds.filter { rehomed.contains($0.pair.id) }
            .compactMap { settlement in settlement.pair.hubspotID.map { RecordKey(kind: settlement.pair.kind, id: $0) } }
        guard !moved.isEmpty else { return }
        _ = try await transaction.run(WantActivitiesBeside(moved.map { ($0, mayBeOurs: true) }, lane: lane))
    }

    private func wakeDuplicates(in transaction: Transaction) async throws(DatabaseError) {
        let released = committed.compactMap(\.releasesSIRET)
        if !released.isEmpty { _ = try await transaction.run(RetryDuplicates(of: released, lane: lane)) }
        // Two that block each other must not wake each other for ever.
        let holders = committed.filter { $0.pair.kind == .contact && $0.answers && $0.pair.reason != .contactDuplicate }
            .compactMap(\.pair.hubspotID)
        if !holders.isEmpty { _ = try await transaction.run(RetryContactDuplicates(of: holders, lane: lane)) }
    }

    /// Who cannot go on because of a company, once that one opens, stops or lets its SIRET go.
    private func wakeHeld(in transaction: Transaction) async throws(DatabaseError) {
        let moved = committed.filter { settlement in
            settlement.pair.kind == .company && (settlement.latches || settlement.pair.state == .stopped
                || settlement.releasesSIRET != nil || reopened.contains(settlement.pair.id))
        }
        let names = moved.flatMap { [$0.pair.hubspotID?.rawValue, $0.pair.artisID?.rawValue].compactMap(\.self) }
        if !names.isEmpty { _ = try await transaction.run(RetryHeldBy(names.sorted(), lane: lane)) }
    }

    private func wakeForbidden(in transaction: Transaction) async throws(DatabaseError) {
        let through = Set(committed.filter { $0.pair.state == .synced }.map(\.pair.kind))
        if !through.isEmpty { _ = try await transaction.run(RetryForbidden(through)) }
    }

    private func hintUnanswered(in transaction: Transaction) async throws(DatabaseError) {
        for settlement in committed where settlement.nextAttemptAt != nil {
            try await transaction.execute(
                HintPairs(pairs: [settlement.pair.id], lane: lane, dueAt: settlement.nextAttemptAt, traces: traces))
        }
        let now = committed.filter { $0.nextAttemptAt == nil && unanswered.contains($0.pair.id) }.map(\.pair.id)
        if !now.isEmpty { try await transaction.execute(HintPairs(pairs: now, lane: lane, traces: traces)) }
        let answered = committed.map(\.pair.id).filter { !unanswered.contains($0) }
        if !answered.isEmpty { try await transaction.execute(DropAnsweredHints(pairs: answered)) }
    }

    private func keepHistory(in transaction: Transaction) async throws(DatabaseError) {
        let entries = committed.flatMap { settlement in settlement.journal.map { (settlement.pair.id, $0) } }
        if !entries.isEmpty { try await transaction.execute(WriteJournal(entries: entries, traces: traces)) }
        let conflicts = committed.flatMap { settlement in settlement.conflicts.map { (settlement.pair.id, $0) } }
        if !conflicts.isEmpty { try await transaction.execute(WriteConflicts(conflicts)) }
    }
}

extension Settlement {
    /// The pair is open from this very commit on: first sync, or resumed after a stop, be it only to be blocked for
    /// another reason. Releasing twice is harmless, so every settlement that has waiters behind it may release them.
    fileprivate var opens: Bool { pair.state == .synced || (pair.isLatched && pair.state != .stopped) }

    /// R12: a company without a SIRET takes nobody from a synced one.
    fileprivate var losesSIRET: Bool { releasesSIRET != nil && pair.siret == nil }
}
