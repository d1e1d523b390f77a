import Domain
import Synchronization

/// What a dry run has counted so far, so that what hangs on a company is judged by what would become of it, and one entity
/// that both systems hold is counted once.
final class PlanBook: Sendable {
    /// A company of HubSpot's that is open, or would be.
    struct Home: Sendable, Equatable {
        /// Its tiers; nil for one that would be created.
        var tiers: ID<ArtisRecord>?
    }

    private struct Pages {
        var homes: [ID<HubSpotRecord>: Home] = [:]
        /// Who would hold each SIRET, as the other is told.
        var sirets: [String: String] = [:]
        /// Interlocuteurs that a contact would be linked with.
        var people: Set<ID<ArtisRecord>> = []
        /// The company of HubSpot's of tiers that would be linked; nil for one that would be created.
        var companies: [ID<ArtisRecord>: ID<HubSpotRecord>?] = [:]
        /// Tiers that somebody must mend first.
        var blocked: Set<ID<ArtisRecord>> = []
    }

    private let pages = Mutex(Pages())

    var homes: [ID<HubSpotRecord>: Home] { pages.withLock { $0.homes } }

    func open(_ company: ID<HubSpotRecord>, _ tiers: ID<ArtisRecord>?) {
        pages.withLock { pages in
            pages.homes[company] = Home(tiers: tiers)
            if let tiers { pages.companies[tiers] = .some(company) }
        }
    }

    /// - Returns: who holds this SIRET already; nil when it was free.
    func claim(_ siret: String, for holder: String) -> String? {
        pages.withLock { pages in
            if let other = pages.sirets[siret], other != holder { return other }
            pages.sirets[siret] = holder
            return nil
        }
    }

    func link(_ person: ID<ArtisRecord>) { pages.withLock { _ = $0.people.insert(person) } }
    func isLinked(_ person: ID<ArtisRecord>) -> Bool { pages.withLock { $0.people.contains(person) } }

    func send(_ tiers: ID<ArtisRecord>, to company: ID<HubSpotRecord>?) {
        pages.withLock { $0.companies[tiers] = .some(company) }
    }

    /// - Returns: nil for tiers of which nothing was counted.
    func company(of tiers: ID<ArtisRecord>) -> ID<HubSpotRecord>?? { pages.withLock { $0.companies[tiers] } }

    func block(_ tiers: ID<ArtisRecord>) { pages.withLock { _ = $0.blocked.insert(tiers) } }
    func isBlocked(_ tiers: ID<ArtisRecord>) -> Bool { pages.withLock { $0.blocked.contains(tiers) } }
}
