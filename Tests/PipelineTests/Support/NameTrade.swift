import Database
import Domain
import HubSpot
import Pipeline

/// A worker that keeps names in step, of whatever company it is told.
struct NameTrade: Trade {
    var role: WorkerRole { .company }
    var batchSize: Int { 100 }

    func survey(_ pairs: [Pair], lane: Lane, in workshop: Workshop) async throws(StepFailure) -> Survey {
        let read = try await step { () async throws(HubSpotFailure) in
            try await workshop.hubspot.read(
                .company, ids: pairs.compactMap(\.hubspotID), properties: ["name"], for: HubSpotCall(purpose: .read, lane: lane))
        }
        return Survey(candidates: pairs.map { pair in
            Candidate(pair: pair, hubspot: [.name: pair.hubspotID.flatMap { read.found[$0]?.properties["name"] } ?? ""])
        })
    }
}
