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
        while !open.isEmpty {
            let verdicts = try await round(open)
            open = []
            for verdict in verdicts {
                switch verdict {
                case .settled(let settlement): settled.append(settlement)
                case .again(var candidate):
                    candidate.rounds += 1
                    // A locked affaire names one field at a time (R17).
                    if candidate.rounds < Self.rounds + Set(candidate.locked).count {
                        open.append(candidate)
                    } else {
                        settled.append(workshop.retry(candidate.pair, cause: "the record kept changing in artis"))
                    }
                }
            }
        }
        return settled
    }

    enum Verdict: Sendable {
        case settled(Settlement)
        /// Read and merge once more.
        case again(Candidate)
    }

    /// What candidates come to, before anything is written: also what a reconciliation compares (R29).
    func plan(_ candidates: [Candidate]) async throws(StepFailure) -> (plans: [Plan], settled: [Settlement]) {
        let sought = try await Finding(exchange: self).find(candidates)
        let related = try await Relating(exchange: self).relate(sought.found)
        let carried = try await CarriedSIRETs(exchange: self).check(related.found)
        let pipeline = reference.salesPipeline(setting: workshop.pipeline)
        let plans = carried.map { candidate, record in
            Plan(candidate, record: record, reference: reference, pipeline: pipeline, conflictWins: workshop.conflictWins)
        }
        return (plans, sought.settled + related.settled)
    }

    private func round(_ candidates: [Candidate]) async throws(StepFailure) -> [Verdict] {
        let (plans, settled) = try await plan(candidates)
        var verdicts = settled.map(Verdict.settled)
        let idle = plans.filter { !$0.writes }
        verdicts += idle.map { .settled(finish($0, artis: $0.record)) }
        let writing = plans.filter(\.writes)
        guard !writing.isEmpty else { return verdicts }

        // Invariant 3: a worker that was frozen meanwhile has lost its lease, and writes nothing any more.
        let ours = try await lease.stillHeld()
        let fresh = try await Freshness(exchange: self).check(writing.filter { ours.contains($0.candidate.pair.id) })
        verdicts += fresh.stale.map(Verdict.settled)
        let written = try await Writing(exchange: self).toArtis(fresh.plans)
        verdicts += written.refused
        verdicts += try await HubSpotWriting(exchange: self).write(written.done)
        return verdicts
    }

    /// The settlement of a pair both of whose sides are as decided.
    func finish(_ plan: Plan, artis: ArtisObject?) -> Settlement {
        var pair = plan.candidate.pair
        let isFirst = !pair.isLatched
        let resumes = pair.state != .synced
        let artisValues = artis?.values(kind, reference: reference) ?? Values()
        pair.snapshot = plan.snapshot(hubspot: plan.candidate.hubspot, artis: artisValues)
        if kind.role == .activity, let artis {
            pair.snapshot?.artis[.type] = reference.actions.kind(of: artis.triple)?.rawValue
        }
        pair.artisVersion = artis?.version ?? pair.artisVersion
        pair.state = .synced
        pair.reason = nil
        pair.detail = nil
        pair.attempts = 0
        return Settlement(
            pair: pair, latches: isFirst, resumes: resumes, findsBelow: isFirst && plan.candidate.birth == nil, unites: isFirst,
            conflicts: plan.decision.conflicts, journal: plan.journal(of: pair, isFirst: isFirst),
            links: plan.candidate.relations.links, linkedTargets: plan.candidate.relations.linkedTargets)
    }
}
