import Database
import Domain
import HubSpot
import Logging
import Observability
import Runtime

/// One poll of one kind: pages of changes since the cursor, in the order of their modified dates, each page accepted
/// in the transaction that moves the cursor.
struct Poll {
    let kind: Kind
    let database: Database
    let hubspot: HubSpotClient
    /// R4: what holds the SIRET of a company; nil while that is not known.
    var siretProperty: String?
    var metrics = IntakeMetrics(Metrics())
    var logger: Logger?

    /// New changes take moments to appear in searches; what is seen twice is accepted once (`AcceptChanges`).
    private static let overlap: Duration = .seconds(60)
    private static let call = HubSpotCall(purpose: .poll, lane: .live)

    private var properties: [String] {
        [HubSpotName.box, HubSpotName.reference] + (seesSIRETs ? [siretProperty].compactMap(\.self) : [])
    }
    /// R9: companies' SIRETs are seen at once, eligible or not, and not only when a worker looks.
    private var seesSIRETs: Bool { kind == .company && siretProperty != nil }

    private var cursorName: String { "poll.\(kind.rawValue)" }

    func run(remembering memory: inout PollMemory) async throws(PollFailure) {
        var window = PollWindow(from: try await since() - Self.overlap)
        memory.forget(before: window.from)
        var reached = window.from
        while true {
            let query = window.query(kind, properties: properties)
            let page: HubSpotPage
            do throws(HubSpotFailure) { page = try await hubspot.search(kind, query, for: Self.call) } catch {
                throw PollFailure(error)
            }
            let last = page.objects.compactMap(\.modified).max() ?? reached
            reached = max(reached, last)
            try await accept(page.objects.filter(memory.isNews), upTo: reached)
            memory.keep(page.objects)
            guard let next = window.next(after: page) else { return }
            window = next
        }
    }

    /// Where the last poll stopped; at the very first, the moment this installation began.
    private func since() async throws(PollFailure) -> Instant {
        do throws(DatabaseError) {
            if let text = try await database.first(ReadCursor(cursorName)), let moment = Int64(text) {
                return Instant(milliseconds: moment)
            }
            return try await database.first(StartCursor("start")) ?? WallClock.now()
        } catch {
            throw .database("\(error)")
        }
    }

    /// A polled deal or contact that is neither known nor ticked leaves no row: `explain` looks at it live. But a contact
    /// that holds the mail of a blocked one is looked at (R28).
    private func accept(_ objects: [HubSpotObject], upTo moment: Instant) async throws(PollFailure) {
        let silent = kind == .deal || kind == .contact ? objects.filter { !$0.isTicked } : []
        do throws(DatabaseError) {
            let known = silent.isEmpty
                ? [] : try await database.run(FindPairs(kind: kind, hubspotIDs: silent.map(\.id))).compactMap(\.hubspotID)
            let named = silent.isEmpty || kind != .contact
                ? [] : try await database.run(NamedHolders(among: silent.map(\.id)))
            let left = Set(silent.map(\.id)).subtracting(known).subtracting(named)
            let changes = objects.filter { !left.contains($0.id) }
                .map {
                    // R25: what bears our mark may be our own creation, whose commit is under way.
                    Change(
                        kind: kind, hubspotID: $0.id, modified: $0.modified,
                        mayBeOurs: $0.properties[HubSpotName.reference] != nil)
                }
            let trace = TraceContext.fresh()
            let accepted = try await database.transaction { (transaction) async throws(DatabaseError) in
                if seesSIRETs, let siretProperty, !objects.isEmpty {
                    // A search may show for a while what is gone: it holds no SIRET, and if it is back its look says so.
                    let gone = Set(
                        try await transaction.run(FindPairs(kind: kind, hubspotIDs: objects.map(\.id))).filter(\.isGoneFromHubSpot)
                            .compactMap(\.hubspotID))
                    try await transaction.see(objects.filter { !gone.contains($0.id) }.seen(siretProperty), lane: .live)
                }
                let accepted = changes.isEmpty
                    ? [] : try await transaction.run(AcceptChanges(changes, lane: .live, trace: trace.traceparent))
                try await transaction.execute(MoveCursor(cursorName, to: String(moment.milliseconds)))
                return accepted.count
            }
            metrics.told(accepted, by: .poll, .accepted)
            metrics.told(max(0, objects.count - accepted), by: .poll, .known)
            if accepted > 0 {
                logger?.info(
                    "changes told",
                    [
                        .count: "\(accepted)", .kind: "\(kind.rawValue)", .system: "hubspot", .trace: "\(trace.trace)",
                    ])
            }
        } catch {
            throw .database("\(error)")
        }
    }
}

extension Pair {
    /// Archived, deleted or merged away, as far as we know (R26).
    fileprivate var isGoneFromHubSpot: Bool {
        mergedInto != nil || (state == .stopped && (reason == .deletedInHubSpot || reason == .mergedInHubSpot))
    }
}
