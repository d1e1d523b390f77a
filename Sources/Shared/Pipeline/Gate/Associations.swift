import Database
import Domain
import HubSpot

/// What a share of a batch is associated with in HubSpot.
struct Associations: Sendable {
    typealias Ends = [ID<HubSpotRecord>: [HubSpotAssociation]]

    let kind: Kind
    /// Each record's companies.
    var own: Ends = [:]
    /// Activities only: their deals and contacts, and the companies of those where an activity has none of its own.
    var deals: Ends = [:]
    var contacts: Ends = [:]
    var companiesOfDeals: Ends = [:]
    var companiesOfContacts: Ends = [:]

    /// Every company that somebody might hang on.
    var companies: Set<ID<HubSpotRecord>> {
        Set([own, companiesOfDeals, companiesOfContacts].flatMap { $0.values.joined().map(\.id) })
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
        guard kind.role == .activity else {
            let candidates = (own[id] ?? []).map { CompanyCandidate($0, row: companies[$0.id]) }
            let current = companies.values.first { $0.id == item.pair.companyID }?.hubspotID
            return .ofRecord(candidates, current: current)
        }
        return .ofActivity(
            companies: (own[id] ?? []).map(\.id),
            deals: companiesOf(deals[id] ?? [], companiesOfDeals),
            contacts: companiesOf(contacts[id] ?? [], companiesOfContacts))
    }

    /// R12: whether a record's primary company takes it from a synced one depends on that company's SIRET, and nobody has
    /// looked at it yet.
    func isUndecided(_ item: DependantItem, companies: [ID<HubSpotRecord>: CompanyRow]) -> Bool {
        guard kind.role != .activity else { return false }
        let ends = own[item.reading.object.id] ?? []
        let isUnseen = ends.contains { end in
            end.isPrimary && companies[end.id].map { !$0.isKnown && !$0.hasSIRET } ?? true
        }
        return isUnseen && ends.contains { companies[$0.id]?.isOpen == true }
    }

    /// The company of each record that an activity is linked with: the primary one, else its only one.
    private func companiesOf(_ ends: [HubSpotAssociation], _ companies: Ends) -> [ID<HubSpotRecord>] {
        ends.compactMap { companies[$0.id]?.home }
    }
}

extension CompanyCandidate {
    init(_ association: HubSpotAssociation, row: CompanyRow?) {
        self.init(
            id: association.id, isPrimary: association.isPrimary, isSynced: row?.isOpen ?? false,
            hasSIRET: row?.hasSIRET ?? false)
    }
}
