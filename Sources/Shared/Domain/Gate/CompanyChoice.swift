/// The company that a dependant hangs on, as its associations in HubSpot settle it (R12).
public enum CompanyChoice: Sendable, Hashable {
    case company(ID<HubSpotRecord>)
    /// It waits: `NO_COMPANY`.
    case none
    /// No rule settles it: `COMPANY_AMBIGUOUS`, with the companies that could be meant.
    case ambiguous([ID<HubSpotRecord>])

    /// Of a deal or contact: its primary company, else its only one.
    ///
    /// A company without a SIRET that has the primary mark moves nothing while a synced one is associated: HubSpot
    /// makes such companies from mail domains by itself. Then the present company stays, else the only synced one.
    /// - Parameter current: the company that the pair hangs on so far.
    public static func ofRecord(_ candidates: [CompanyCandidate], current: ID<HubSpotRecord>?) -> CompanyChoice {
        let primaries = candidates.filter(\.isPrimary)
        guard let primary = primaries.first, Set(primaries.map(\.id)).count == 1 else {
            return only(candidates.map(\.id))
        }
        let synced = candidates.filter(\.isSynced).map(\.id)
        if primary.hasSIRET || primary.isSynced || synced.isEmpty { return .company(primary.id) }
        if let current, synced.contains(current) { return .company(current) }
        return only(synced)
    }

    /// Of an activity: its only company; else the one that its deals share, else its contacts.
    ///
    /// - Parameters:
    ///   - companies: its own.
    ///   - deals: the company of each of its deals, as far as they have one; `contacts` likewise.
    public static func ofActivity(
        companies: [ID<HubSpotRecord>], deals: [ID<HubSpotRecord>], contacts: [ID<HubSpotRecord>]
    ) -> CompanyChoice {
        for line in [companies, deals, contacts] {
            if case .company(let id) = only(line) { return .company(id) }
        }
        return only(companies + deals + contacts)
    }

    private static func only(_ ids: [ID<HubSpotRecord>]) -> CompanyChoice {
        let distinct = Set(ids)
        switch distinct.count {
        case 0: return .none
        case 1: return .company(ids[0])
        default: return .ambiguous(distinct.sorted { $0.rawValue < $1.rawValue })
        }
    }
}
