import Database
import Domain

extension Difference {
    /// - Returns: nil when the settlement leaves the pair where it stands.
    init?(_ pair: Pair, _ settlement: Settlement) {
        let after = settlement.pair
        var causes: [Cause] = []
        // Put off without a decision, or to be tried again.
        if !settlement.answers { causes.append(.undecided) }
        if settlement.answers, (after.state, after.reason) != (pair.state, pair.reason) {
            causes.append(.standing(after.state, after.reason))
        }
        if after.companyID != pair.companyID { causes.append(.moved) }
        self.init(pair, causes)
    }

    /// - Returns: nil when the plan writes nothing, and the pair is synced already.
    init?(_ pair: Pair, _ plan: Plan) {
        var causes: [Cause] = []
        let (artis, hubspot) = (plan.artisFields.keys.sorted(), plan.hubspotProperties.keys.sorted() + plan.associations)
        if !artis.isEmpty || !hubspot.isEmpty { causes.append(.fields(artis: artis, hubspot: hubspot)) }
        if causes.isEmpty, (pair.state, pair.reason) != (.synced, nil) { causes.append(.standing(.synced, nil)) }
        if plan.candidate.pair.companyID != pair.companyID { causes.append(.moved) }
        self.init(pair, causes)
    }

    private init?(_ pair: Pair, _ causes: [Cause]) {
        guard !causes.isEmpty else { return nil }
        self.init(
            pair: pair.id, kind: pair.kind, hubspotID: pair.hubspotID, artisID: pair.artisID, causes: causes)
    }
}

extension Plan {
    /// Types of records with which HubSpot's record would be associated, or not any more.
    fileprivate var associations: [String] {
        let relations = candidate.relations
        let kinds = relations.added.union(relations.removed).map(\.kind) + (relations.company == nil ? [] : [.company])
        return Set(kinds).map { "associations.\($0.rawValue)" }.sorted()
    }
}
