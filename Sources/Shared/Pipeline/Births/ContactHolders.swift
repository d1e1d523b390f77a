import Database
import Domain
import HubSpot

/// Who holds a mail in HubSpot, whose contacts' addresses are unique, and on which company (R12, R28).
struct ContactHolders {
    let workshop: Workshop
    let lane: Lane

    struct Holder {
        var id: ID<HubSpotRecord>
        /// Its primary company, else its only one.
        var company: ID<HubSpotRecord>?
    }

    func find(_ mails: [String]) async throws(StepFailure) -> [String: Holder] {
        let found = try await step { () async throws(HubSpotFailure) in
            try await workshop.hubspot.read(
                .contact, by: "email", values: mails, properties: ["email"], for: HubSpotCall(purpose: .read, lane: lane))
        }
        guard !found.isEmpty else { return [:] }
        let ids = Set(found.values.map(\.id))
        let ends = try await step { () async throws(HubSpotFailure) in
            try await workshop.hubspot.associations(
                of: .contact, ids: ids.sorted(), to: .company, for: HubSpotCall(purpose: .associations, lane: lane))
        }
        return found.mapValues { Holder(id: $0.id, company: ends[$0.id]?.home) }
    }
}
