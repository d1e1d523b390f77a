import Database
import Domain
import HubSpot
import Pipeline

/// R9: sees the SIRETs of companies that only HubSpot knows and that were told of a change which nobody has read yet, so
/// that a tiers is not created beside the very company whose SIRET has just become its own. Costs a call where there are
/// any; their own looks follow.
struct ToldSIRETs {
    let workshop: Workshop
    let reference: ReferenceData
    let lane: Lane

    /// What one call reads.
    private static let most = 100

    func read() async throws(StepFailure) {
        guard let name = reference.siretProperty else { return }
        let told = try await step { () async throws(DatabaseError) in
            try await workshop.database.run(FindToldCompanies(limit: Self.most))
        }
        guard !told.isEmpty else { return }
        let reading = try await step { () async throws(HubSpotFailure) in
            try await workshop.hubspot.read(
                .company, ids: told, properties: [name], for: HubSpotCall(purpose: .read, lane: lane))
        }
        try await keep(reading.found, as: name)
    }

    /// Keeps the SIRET of companies as they were just read, eligible or not. One that was merged away is answered under the
    /// survivor's id, and holds none any more (R26).
    func keep(_ objects: [ID<HubSpotRecord>: HubSpotObject], as name: String) async throws(StepFailure) {
        let seen = objects.map { id, object in
            (company: id, siret: id == object.id ? SIRET(object.properties[name] ?? "")?.digits : nil)
        }
        try await workshop.see(seen.sorted { $0.company.rawValue < $1.company.rawValue }, lane: lane)
    }
}

extension Workshop {
    func see(_ seen: [(company: ID<HubSpotRecord>, siret: String?)], lane: Lane) async throws(StepFailure) {
        try await step { () async throws(DatabaseError) in
            try await database.transaction { (transaction) async throws(DatabaseError) in
                try await transaction.see(seen, lane: lane)
            }
        }
    }
}
