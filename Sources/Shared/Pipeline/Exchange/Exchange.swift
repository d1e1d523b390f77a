import Artis
import Database
import Domain
import HTTP
import HubSpot

/// Brings candidates and artis together: find the record, merge, write where a side differs, and learn what each side
/// holds now. Entity-neutral; one batch of one kind.
///
/// A record that moved under our hands is read and merged again, a few times; every other refusal concerns its own
/// record only, and becomes its settlement.
struct Exchange {
    let workshop: Workshop
    let kind: Kind
    let reference: ReferenceData
    let lane: Lane
    let lease: LeaseKeeper
    let trace: String?

    /// How often a record may move under our hands before it is put off.
    private static let rounds = 4

    func run(_ candidates: [Candidate]) async throws(StepFailure) -> [Settlement] {
        var open = candidates
        var settled: [Settlement] = []
        for round in 1...Self.rounds where !open.isEmpty {
            let verdicts = try await run(open, round: round)
            open = []
            for verdict in verdicts {
                switch verdict {
                case .settled(let settlement): settled.append(settlement)
                case .again(let candidate): open.append(candidate)
                }
            }
        }
        return settled + open.map { workshop.retry($0.pair, cause: "the record kept changing in artis") }
    }

    enum Verdict: Sendable {
        case settled(Settlement)
        /// Read and merge once more.
        case again(Candidate)
    }

    private func run(_ candidates: [Candidate], round: Int) async throws(StepFailure) -> [Verdict] {
        let sought = try await Finding(exchange: self).find(candidates)
        var verdicts = sought.settled.map(Verdict.settled)
        let pipeline = reference.salesPipeline(setting: workshop.pipeline)
        let plans = sought.found.map { candidate, record in
            Plan(candidate, record: record, reference: reference, pipeline: pipeline, conflictWins: workshop.conflictWins)
        }
        guard plans.contains(where: { !$0.artisFields.isEmpty || !$0.hubspotProperties.isEmpty || $0.record == nil })
        else { return verdicts + plans.map { .settled(finish($0, hubspot: $0.candidate.hubspot, artis: $0.record)) } }

        // Invariant 3: a worker that was frozen meanwhile has lost its lease, and writes nothing any more.
        let ours = try await lease.stillHeld()
        let writing = Writing(exchange: self, round: round)
        let written = try await writing.toArtis(plans.filter { ours.contains($0.candidate.pair.id) })
        verdicts += written.refused
        verdicts += try await writing.toHubSpot(written.done)
        return verdicts
    }

    /// The settlement of a pair both of whose sides are as decided.
    func finish(_ plan: Plan, hubspot: Values, artis: ArtisObject?) -> Settlement {
        var pair = plan.candidate.pair
        let isFirst = !pair.isLatched
        var journal: [JournalEntry] = []
        if plan.record == nil {
            journal.append(JournalEntry(.created, system: .artis, detail: pair.artisID?.rawValue))
        } else if isFirst {
            journal.append(JournalEntry(.linked, system: .artis, detail: pair.artisID?.rawValue))
        }
        if plan.record != nil, !plan.artisFields.isEmpty {
            journal.append(JournalEntry(.updated, system: .artis, detail: plan.artisFields.keys.sorted().joined(separator: " ")))
        }
        if !plan.hubspotProperties.isEmpty {
            journal.append(
                JournalEntry(.updated, system: .hubspot, detail: plan.hubspotProperties.keys.sorted().joined(separator: " ")))
        }
        if isFirst { journal.append(JournalEntry(.opened)) }
        let artisValues = artis?.values(kind, reference: reference) ?? Values()
        pair.snapshot = plan.snapshot(hubspot: hubspot, artis: artisValues)
        pair.artisVersion = artis?.version ?? pair.artisVersion
        pair.state = .synced
        pair.reason = nil
        pair.detail = nil
        pair.attempts = 0
        return Settlement(
            pair: pair, latches: isFirst, conflicts: plan.decision.conflicts, journal: journal,
            links: plan.candidate.activityLinks, linkedTargets: plan.candidate.linkedTargets)
    }
}
