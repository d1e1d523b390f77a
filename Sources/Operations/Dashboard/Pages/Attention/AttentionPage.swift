import Database
import Domain
import Oversight

/// Where somebody must act: what is blocked or has failed, by reason, with what to do about it.
struct AttentionPage: Sendable {
    struct Group: Sendable {
        var state: State
        var reason: Reason?
        var counts: [CountReasons.Row]
        /// The first of them.
        var examples: [RecordRow]

        var total: Int { counts.map(\.count).reduce(0, +) }
        var filter: StandingFilter { StandingFilter(state: state, reason: reason) }
    }

    var groups: [Group]

    static let states: [State] = [.blocked, .failed]
    private static let examples = 5

    static func read(_ site: Site) async throws(PageFault) -> AttentionPage {
        try await showing { () async throws(OperatorFailure) in try await site.attention.value() }
    }

    static func facts(_ database: Database) async throws(OperatorFailure) -> AttentionPage {
        try await Oversight.ask { () async throws(DatabaseError) in
            let rows = Dictionary(grouping: try await database.run(CountReasons(states))) { Key(state: $0.state, reason: $0.reason) }
            let records = try await database.run(ListExamples(of: rows.keys.map { ($0.state, $0.reason) }, limit: examples))
            let found = Dictionary(grouping: records) { Key(state: $0.state, reason: $0.reason) }
            let groups = rows.map { key, counts in
                Group(state: key.state, reason: key.reason, counts: counts, examples: found[key] ?? [])
            }
            return AttentionPage(groups: groups.sorted { ($0.total, $1.reason?.rawValue ?? "") > ($1.total, $0.reason?.rawValue ?? "") })
        }
    }

    private struct Key: Hashable {
        var state: State
        var reason: Reason?
    }
}
