import Database
import Domain
import HubSpot

/// What a share of a batch is associated with in HubSpot.
struct Associations: Sendable {
    typealias Ends = [ID<HubSpotRecord>: [HubSpotAssociation]]

    let kind: Kind
    /// Each record's companies.
    var own: Ends = [:]
    /// Activities only: their deals and contacts, and where those hang if an activity has no company of its own.
    var deals: Ends = [:]
    var contacts: Ends = [:]
    var homesOfDeals = RecordHomes()
    var homesOfContacts = RecordHomes()

    /// Every company that somebody might hang on.
    var companies: Set<ID<HubSpotRecord>> {
        Set([own, homesOfDeals.ends, homesOfContacts.ends].flatMap { $0.values.joined().map(\.id) })
    }

    func ends(of id: ID<HubSpotRecord>) -> Candidate.Ends {
        var ends = Candidate.Ends()
        ends.companies = Set((own[id] ?? []).map(\.id))
        ends.contacts = Set((contacts[id] ?? []).map(\.id))
        ends.deals = Set((deals[id] ?? []).map(\.id))
        return ends
    }

    /// Of an activity: its deals and contacts.
    func links(of item: DependantItem) -> [ActivityLink] {
        let ends = ends(of: item.reading.object.id)
        return [Kind.deal, .contact].flatMap { kind in
            ends[kind].map { ActivityLink(activity: item.pair.id, kind: kind, hubspotID: $0) }
        }
    }

    /// R12.
    func choice(for item: DependantItem, companies: [ID<HubSpotRecord>: CompanyRow]) -> CompanyChoice {
        let id = item.reading.object.id
        guard kind.role == .activity else { return homes(of: item).choice(of: id, companies: companies) }
        func hosts(_ ends: Ends, _ homes: RecordHomes) -> [ID<HubSpotRecord>] {
            (ends[id] ?? []).compactMap { end in
                if case .company(let company) = homes.choice(of: end.id, companies: companies) { company } else { nil }
            }
        }
        let choice = CompanyChoice.ofActivity(
            companies: (own[id] ?? []).map(\.id), deals: hosts(deals, homesOfDeals), contacts: hosts(contacts, homesOfContacts))
        // Somebody died between the new company and the old one: it hangs there still, and is moved once more.
        guard item.pair.isMoving, case .ambiguous(let ids) = choice, let old = companies.hubspotID(of: item.pair.companyID),
            ids.contains(old)
        else { return choice }
        return .company(old)
    }

    /// R12: of an activity that has no company of its own, whether one of its deals or contacts is undecided.
    func isUndecided(_ item: DependantItem, companies: [ID<HubSpotRecord>: CompanyRow]) -> Bool {
        let id = item.reading.object.id
        guard kind.role == .activity else { return homes(of: item).isUndecided(id, companies: companies) }
        guard hasNoHomeOfItsOwn(id) else { return false }
        return (deals[id] ?? []).contains { homesOfDeals.isUndecided($0.id, companies: companies) }
            || (contacts[id] ?? []).contains { homesOfContacts.isUndecided($0.id, companies: companies) }
    }

    /// No company, or several.
    func hasNoHomeOfItsOwn(_ id: ID<HubSpotRecord>) -> Bool { Set((own[id] ?? []).map(\.id)).count != 1 }

    private func homes(of item: DependantItem) -> RecordHomes {
        let id = item.reading.object.id
        return RecordHomes(ends: own, current: item.pair.companyID.map { [id: $0] } ?? [:])
    }
}
