import Database
import Domain
import HTTP
import HubSpot
import Pipeline

/// Companies (R4–R8): read with the history of the two triggers until they latch, matched by SIRET, created as
/// prospects; what exists below one that has opened is discovered (R13).
struct CompanyTrade: Trade {
    var role: WorkerRole { .company }
    /// Reads with history take 50 at most: one call for a batch of companies that have not latched.
    var batchSize: Int { 50 }

    func survey(_ pairs: [Pair], lane: Lane, in workshop: Workshop) async throws(StepFailure) -> Survey {
        let reference = try await workshop.references.current()
        let look = CompanyLook(workshop: workshop, reference: reference, lane: lane)
        var survey = Survey()
        var (asking, settled) = try await look.read(pairs)
        survey.settled = settled
        let claims = try await SIRETClaims(workshop: workshop, lane: lane).claim(for: asking)
        let found = try await Discovery(workshop: workshop, lane: lane).explore(below: asking.map(\.pair))
        for index in asking.indices {
            asking[index].discovered = found[asking[index].pair.id] ?? []
            if asking[index].pair.discoveryDue { asking[index].pair.discoveryDue = false }
            switch claims.verdict(on: asking[index]) {
            case .held(let by):
                survey.settled.append(.duplicate(asking[index].pair, of: by))
            case .free(let candidate):
                survey.candidates.append(candidate)
            }
        }
        return survey
    }
}
