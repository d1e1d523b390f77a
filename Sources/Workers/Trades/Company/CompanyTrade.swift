public import Database
public import Domain
import HTTP
import HubSpot
public import Pipeline

/// Companies (R4–R8): read with the history of the two triggers until they latch, matched by SIRET, created as
/// prospects.
public struct CompanyTrade: Trade {
    public init() {}

    public var role: WorkerRole { .company }
    /// Reads with history take 50 at most: one call for a batch of companies that have not latched.
    public var batchSize: Int { 50 }

    public func survey(_ pairs: [Pair], lane: Lane, in workshop: Workshop) async throws(StepFailure) -> Survey {
        let reference = try await workshop.references.current()
        let look = CompanyLook(workshop: workshop, reference: reference, lane: lane)
        var survey = Survey()
        let (asking, settled) = try await look.read(pairs)
        survey.settled = settled
        let claims = try await SIRETClaims(workshop: workshop, lane: lane).claim(for: asking)
        for candidate in asking {
            switch claims.verdict(on: candidate) {
            case .held(let by):
                survey.settled.append(.duplicate(candidate.pair, of: by))
            case .free(let candidate):
                survey.candidates.append(candidate)
            }
        }
        return survey
    }
}
