import Database
import Domain
import Oversight
import Runtime

/// Pairs existing records at a person's word (R28): all or nothing per line, each in a transaction of its own, and the
/// audit says who.
struct Linker {
    let desk: Desk
    let look: LinkLook
    /// How often a pair that a worker has in hands is come back to.
    var tries = 5
    var pause: Duration = .seconds(2)

    func run(_ lines: [LinkFile.Line]) async throws -> [LinkReport] {
        var reports: [LinkReport] = []
        var orders: [LinkOrder] = []
        for line in lines {
            switch line {
            case .order(let order): orders.append(order)
            case .unreadable(let number, let why):
                reports.append(LinkReport(line: number, outcome: .refused(LinkRefusal(.lineUnreadable, why))))
            }
        }
        // Companies first: what hangs on a company that this very file links is judged in that light.
        for kind in Kind.allCases {
            for batch in orders.filter({ $0.kind == kind }).chunks(of: LinkLook.batch) {
                for (order, sight) in try await look.see(batch, kind) {
                    let outcome: LinkOutcome =
                        switch sight {
                        case .success(let sight): try await link(sight)
                        case .failure(let refusal): .refused(refusal)
                        }
                    reports.append(LinkReport(line: order.line, order: order, outcome: outcome))
                }
            }
        }
        return reports.sorted { ($0.line ?? 0) < ($1.line ?? 0) }
    }

    private func link(_ sight: LinkLook.Sight) async throws -> LinkOutcome {
        for attempt in 1...tries {
            let outcome: LinkOutcome
            do throws(DatabaseError) { outcome = try await write(sight) } catch .conflict {
                // Somebody has made one of the two known at this very moment.
                outcome = .refused(LinkRefusal(.underWay))
            } catch {
                throw ConsoleFailure.database(error)
            }
            guard case .refused(let refusal) = outcome, refusal.code == .underWay, attempt < tries else { return outcome }
            try await Task.sleep(for: pause)
        }
        return .refused(LinkRefusal(.underWay))
    }

    private func write(_ sight: LinkLook.Sight) async throws(DatabaseError) -> LinkOutcome {
        let order = sight.order
        return try await desk.database.transaction { (transaction) async throws(DatabaseError) -> LinkOutcome in
            if let refusal = try await LinkCompanies(sight: sight).refusal(in: transaction) { return .refused(refusal) }
            let hold = HoldHalves(kind: order.kind, hubspotID: order.hubspotID, artisID: order.artisID)
            let rows = try await transaction.run(hold)
            if let outcome = Self.outcome(of: order, rows) { return outcome }
            guard let pair = try await unite(order, rows.map(\.id), in: transaction) else {
                return .refused(LinkRefusal(.underWay))
            }
            try await transaction.execute(
                WriteJournal(entries: [(pair, JournalEntry(.linked, detail: "by \(desk.operatorName)"))]))
            try await desk.record("link", order.summary, in: transaction)
            return .linked
        }
    }

    /// What the rows as they stand already say; nil when the two may be linked.
    static func outcome(of order: LinkOrder, _ rows: [HoldHalves.Row]) -> LinkOutcome? {
        for row in rows {
            switch (row.hubspotID, row.artisID) {
            case (order.hubspotID, order.artisID): return .alreadyLinked
            case (order.hubspotID, let other?): return .refused(LinkRefusal(.hubspotLinked, other.rawValue))
            case (let other?, order.artisID): return .refused(LinkRefusal(.artisLinked, other.rawValue))
            case (_, _): break
            }
        }
        return rows.contains(where: \.isLeased) ? .refused(LinkRefusal(.underWay)) : nil
    }

    /// One row of none, one or two.
    private func unite(
        _ order: LinkOrder, _ rows: [PairID], in transaction: Transaction
    ) async throws(DatabaseError) -> PairID? {
        switch rows.count {
        case 0:
            return try await transaction.first(
                InsertLinkedPair(kind: order.kind, hubspotID: order.hubspotID, artisID: order.artisID))
        case 1:
            return try await transaction.first(
                CompletePair(rows[0], kind: order.kind, hubspotID: order.hubspotID, artisID: order.artisID))
        default:
            return try await transaction.first(JoinHalves(rows[0], rows[1], lane: .live))
        }
    }
}
