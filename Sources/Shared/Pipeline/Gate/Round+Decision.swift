import Artis
import Database
import Domain
import HubSpot

extension Round {
    /// Decides about one dependant now that its company is known: parked, blocked, or a candidate.
    func decide(
        _ item: DependantItem, associations: Associations, companies: [ID<HubSpotRecord>: CompanyRow],
        former: FormerCompanies.Reading, into survey: inout Survey
    ) {
        let isHomeless = (associations.own[item.reading.object.id] ?? []).isEmpty
        let isLeftBehind = isHomeless && item.pair.companyID.map(former.away.contains) ?? false
        if isLeftBehind || associations.isUndecided(item, companies: companies) {
            survey.settled.append(.putOff(item.pair, until: workshop.clock() + RecordHomes.look))
            return
        }
        var pair = item.pair
        let choice = associations.choice(for: item, companies: companies)
        var company: CompanyRow?
        if case .company(let id) = choice { company = companies[id] }
        var decision = Gate.dependant(item.dependant(choice: choice, standing: CompanyStanding(company)))
        // R26: it waits for the company that it hung on.
        if isHomeless, let id = pair.companyID, former.stopped.contains(id) {
            (company, decision) = (nil, .wait(.companyStopped))
        }
        // Where it waits; a latched pair of no company keeps the one it had (R12).
        pair.companyID = company?.id ?? (pair.isLatched || decision == .wait(.companyStopped) ? pair.companyID : nil)
        guard decision == .go, let company else {
            survey.settled.append(.held(pair, by: decision))
            return
        }
        let creation = pair.artisID == nil
            ? trade.creation(item.reading, company: company, reference: reference) : DependantCreation()
        pair.warnings += creation.warnings
        if let (reason, detail) = creation.blocked {
            survey.settled.append(.blocked(pair, reason, detail: detail))
            return
        }
        var candidate = Candidate(
            pair: pair, hubspot: item.reading.values.values, uncarried: item.reading.values.uncarried, match: creation.match,
            creation: creation.fields, tiers: company.artisID)
        candidate.readAt = pair.lookedAt
        candidate.ticksBox = item.asksInArtis && item.reading.box == .off
        candidate.ends = associations.ends(of: item.reading.object.id)
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
