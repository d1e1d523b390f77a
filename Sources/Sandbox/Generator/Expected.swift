/// Where a generated record must stand once the fleet has come to rest after a backfill of HubSpot's side.
struct Expected: Equatable, Sendable {
    let state: String
    var reason: String?
    /// False for what leaves no row: it was never asked for, so only a live look tells its state.
    var row = true

    static let synced = Expected(state: "synced")
    static let notTicked = Expected(state: "not_eligible", reason: "SYNC_NOT_REQUESTED", row: false)
    static let companyNotSynced = Expected(state: "waiting", reason: "COMPANY_NOT_SYNCED")
    static let noCompany = Expected(state: "waiting", reason: "NO_COMPANY")
    static func blocked(_ reason: String) -> Expected { Expected(state: "blocked", reason: reason) }
    static func notEligible(_ reason: String) -> Expected { Expected(state: "not_eligible", reason: reason) }

    /// A dependant's state by its company's, once its own box is ticked (R10); an activity has none, and leaves no row
    /// under a company that has not asked to be synced (R13).
    static func dependant(of company: Expected, isActivity: Bool) -> Expected {
        if company == .synced { return .synced }
        return Expected(
            state: "waiting", reason: "COMPANY_NOT_SYNCED", row: !(isActivity && company.state == "not_eligible"))
    }
}
