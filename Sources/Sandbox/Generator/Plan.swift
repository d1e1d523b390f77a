/// All that is to be planted, a pure value of seed and size: companies first, then contacts, deals, activities.
struct Plan: Equatable, Sendable {
    var records: [PlannedRecord] = []
    var tiers: [PlannedTiers] = []

    init(seed: UInt64, companies: Int) {
        var planner = Planner(seed: seed)
        planner.planCompanies(max(companies, Planner.fewestCompanies))
        planner.planDependants()
        planner.planSpecialDependants()
        planner.planTiers()
        records = planner.records
        tiers = planner.tiers
    }
}
