/// Where a generated record must stand once the fleet has come to rest after a backfill of HubSpot's side.
struct Expected: Equatable, Sendable {
    let state: String
    var reason: String?

    /// A backfill goes by eligible companies and what hangs on them, so what waits or was not asked for may leave no row:
    /// then only a live look tells its state.
    var leavesRow: Bool { self == .synced || state == "blocked" }

    static let synced = Expected(state: "synced")
    static let notTicked = Expected.notEligible("SYNC_NOT_REQUESTED")
    static let noCompany = Expected(state: "waiting", reason: "NO_COMPANY")
    static func blocked(_ reason: String) -> Expected { Expected(state: "blocked", reason: reason) }
    static func notEligible(_ reason: String) -> Expected { Expected(state: "not_eligible", reason: reason) }

    /// A dependant's state by its company's, once its own box, if it has one, is ticked (R10, R13).
    static func dependant(of company: Expected) -> Expected {
        company == .synced ? .synced : Expected(state: "waiting", reason: "COMPANY_NOT_SYNCED")
    }
}
