public import Database
public import Domain
import HTTP
import HubSpot
public import Pipeline

/// Companies (R4–R9): read with the history of the two triggers until they latch, matched by SIRET, created as
/// prospects in artis; prospects and clients of artis, linked with or created in HubSpot.
public struct CompanyTrade: Trade {
    public init() {}

    public var role: WorkerRole { .company }
    /// Reads with history take 50 at most: one call for a batch of companies that have not latched.
    public var batchSize: Int { 50 }

    public func survey(_ pairs: [Pair], lane: Lane, in workshop: Workshop) async throws(StepFailure) -> Survey {
        let reference = try await workshop.references.current()
        let seen = try await ArtisLook(workshop: workshop).see(
            try await MergedAway(workshop: workshop, lane: lane).follow(pairs))
        // HubSpot first: what it holds is known before anything is created there.
        let look = CompanyLook(workshop: workshop, reference: reference, lane: lane)
        var (asking, settled) = try await look.read(seen.others, asking: [])
        let births = CompanyBirths(workshop: workshop, reference: reference, lane: lane)
        let born = try await births.survey(seen.asking)
        settled += seen.settled + born.settled
        let linked = try await look.read(
            born.linked + born.others, asking: Set(born.linked.map(\.id)), named: born.named)
        asking += linked.asking
        settled += linked.settled

        var survey = Survey(settled: settled, candidates: born.candidates)
        let holders = try await SIRETClaims(workshop: workshop, lane: lane).claim(asking.compactMap(\.claim))
        for candidate in asking {
            switch candidate.verdict(holders) {
            case .free(let candidate):
                survey.candidates.append(candidate)
            case .held(let name):
                if let half = holders.half(of: candidate),
                    try await Halves(workshop: workshop, lane: lane).unite(candidate.pair.id, with: half)
                {
                    continue
                }
                survey.settled.append(.duplicate(candidate.pair, of: name))
            }
        }
        return survey
    }
}
