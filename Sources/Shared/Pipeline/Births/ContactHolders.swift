import Database
import Domain
import HubSpot

/// Who holds a mail in HubSpot, whose contacts' addresses are unique, and on which company (R12, R28).
struct ContactHolders {
    let workshop: Workshop
    let lane: Lane

    struct Holder {
        var id: ID<HubSpotRecord>
        var home: CompanyChoice
        /// A company of its has to be looked at first.
        var isUndecided: Bool
    }

    func find(_ mails: [String]) async throws(StepFailure) -> [String: Holder] {
        let found = try await step { () async throws(HubSpotFailure) in
            try await workshop.hubspot.read(
                .contact, by: "email", values: mails, properties: ["email"], for: HubSpotCall(purpose: .read, lane: lane))
        }
        guard !found.isEmpty else { return [:] }
        let homes = try await workshop.homes(of: .contact, Set(found.values.map(\.id)), lane: lane)
        let companies = try await workshop.companies(named: Set(homes.ends.values.joined().map(\.id)), lane: lane)
        return found.mapValues { contact in
            Holder(
                id: contact.id, home: homes.choice(of: contact.id, companies: companies),
                isUndecided: homes.isUndecided(contact.id, companies: companies))
        }
    }
}
