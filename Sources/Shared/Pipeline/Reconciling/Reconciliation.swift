import Database
public import Domain
import HubSpot

/// The reconciliation of all linked pairs (R29): finds what no event told — deletions, moved associations, lost webhooks —
/// by looking at every pair as a worker would, a page at a time. Whoever runs it keeps the place, and decides how long
/// to wait after a failure.
///
/// HubSpot is read a hundred records a call and associations a thousand: hardly more calls than the least possible.
public struct Reconciliation: Sendable {
    /// As many as one call for associations takes.
    static let pageSize = 1000
    /// It stands in the lane of what is caught up: what people do now goes first.
    static let lane = Lane.backfill

    private let workshop: Workshop
    private let trades: [WorkerRole: any Trade]
    private let kinds: [Kind]
    private let repairs: Bool
    private let pageSize: Int

    /// - Parameters:
    ///   - kinds: in the order of `Kind.allCases`, whatever theirs; none stand for all.
    ///   - repairs: whether what differs is queued.
    public init(_ workshop: Workshop, trades: [any Trade], kinds: [Kind] = [], repairs: Bool) {
        self.init(workshop, trades: trades, kinds: kinds, repairs: repairs, pageSize: Self.pageSize)
    }

    init(_ workshop: Workshop, trades: [any Trade], kinds: [Kind], repairs: Bool, pageSize: Int) {
        var workshop = workshop
        workshop.looksOnly = true
        workshop.hubspot = workshop.hubspot.counted(as: .verify)
        self.workshop = workshop
        self.trades = Dictionary(trades.map { ($0.role, $0) }, uniquingKeysWith: { first, _ in first })
        let wanted = Set(kinds)
        self.kinds = Kind.allCases.filter { wanted.isEmpty || wanted.contains($0) }
        self.repairs = repairs
        self.pageSize = pageSize
    }

    /// Where it begins.
    public var start: ReconciliationPlace? { kinds.first.map { ReconciliationPlace(kind: $0) } }

    /// How many pairs there are to compare.
    public func total() async throws(StepFailure) -> Int {
        try await step { () async throws(DatabaseError) in
            try await workshop.database.first(CountLinkedPairs(kinds)) ?? 0
        }
    }

    /// Compares the page that begins at `place`, and queues what differs if that is wanted.
    public func page(at place: ReconciliationPlace) async throws(StepFailure) -> ReconciledPage {
        let find = FindLinkedPairs(kind: place.kind, after: place.last, limit: pageSize)
        let pairs = try await step { () async throws(DatabaseError) in try await workshop.database.run(find) }
        var page = ReconciledPage(compared: pairs.count, differences: [], unread: [], queued: 0)
        page.next = pairs.count < pageSize ? kind(after: place.kind) : place.moved(to: pairs.last?.id)
        guard let trade = trades[place.kind.role], !pairs.isEmpty else { return page }
        let outcome = try await Comparison(workshop: workshop, trade: trade, lane: Self.lane).compare(pairs)
        page.unread = outcome.unread
        guard !outcome.differences.isEmpty else { return page }
        let differing = Set(outcome.differences.map(\.pair))
        let still = try await still(pairs.filter { differing.contains($0.id) })
        page.differences = outcome.differences.filter { still.contains($0.pair) }
        page.queued = repairs ? still.count : 0
        return page
    }

    /// Those of which nothing was told while they were compared, queued if that is wanted.
    private func still(_ pairs: [Pair]) async throws(StepFailure) -> Set<PairID> {
        try await step { () async throws(DatabaseError) in
            repairs
                ? Set(try await workshop.database.run(WantUnmoved(pairs)))
                : Set(try await workshop.database.run(FindUnmoved(pairs)))
        }
    }

    private func kind(after kind: Kind) -> ReconciliationPlace? {
        kinds.firstIndex(of: kind).flatMap { place in
            kinds.indices.contains(place + 1) ? ReconciliationPlace(kind: kinds[place + 1]) : nil
        }
    }
}

extension ReconciliationPlace {
    fileprivate func moved(to last: PairID?) -> ReconciliationPlace { ReconciliationPlace(kind: kind, last: last) }
}
