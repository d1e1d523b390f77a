import Artis
import Database
import Domain
import HubSpot

extension Round {
    /// How long a record waits for the first look at its primary company, which was queued ahead of it.
    private static let look: Duration = .seconds(5)

    /// Decides about one dependant now that its company is known: parked, blocked, or a candidate.
    func decide(
        _ item: DependantItem, associations: Associations, companies: [ID<HubSpotRecord>: CompanyRow],
        links: Links, into survey: inout Survey
    ) {
        if associations.isUndecided(item, companies: companies) {
            survey.settled.append(.putOff(item.pair, until: workshop.clock() + Self.look))
            return
        }
        var pair = item.pair
        let choice = associations.choice(for: item, companies: companies)
        var company: CompanyRow?
        if case .company(let id) = choice { company = companies[id] }
        let decision = Gate.dependant(item.dependant(choice: choice, standing: CompanyStanding(company)))
        // Where it waits; a latched pair of no company keeps the one it had (R12).
        pair.companyID = company?.id ?? (pair.isLatched ? pair.companyID : nil)
        guard decision == .go, let company else {
            var settlement = Settlement.held(pair, by: decision)
            settlement.links = links.links(of: pair)
            survey.settled.append(settlement)
            return
        }
        let creation = pair.artisID == nil
            ? trade.creation(item.reading, company: company, reference: reference) : DependantCreation()
        pair.warnings += creation.warnings
        if let (reason, detail) = creation.blocked {
            survey.settled.append(.blocked(pair, reason, detail: detail))
            return
        }
        var values = item.reading.values.values
        values[.company] = company.artisID?.rawValue
        var candidate = Candidate(
            pair: pair, hubspot: values, uncarried: item.reading.values.uncarried, match: creation.match,
            creation: creation.fields, tiers: company.artisID)
        candidate.links = links.wishes(of: pair)
        candidate.activityLinks = links.links(of: pair)
        candidate.linkedTargets = links.targets(of: pair)
        survey.candidates.append(candidate)
    }
}

extension CompanyStanding {
    init(_ row: CompanyRow?) {
        guard let row else {
            self = .unknown
            return
        }
        self = row.isOpen ? .open : row.isStopped ? .stopped : row.isKnown ? .notSynced : .unknown
    }
}
