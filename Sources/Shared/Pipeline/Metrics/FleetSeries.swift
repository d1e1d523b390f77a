import Database
import Domain
import Observability
import Runtime

/// The fleet's figures as time series. Where nothing is known there are none; else what has none shows 0.
struct FleetSeries {
    let figures: [FleetFigure]

    struct StandingLabels: MetricLabels {
        var kind: Kind
        var state: State
        var pairs: [(String, String)] { [("kind", kind.rawValue), ("state", state.rawValue)] }
    }

    struct ReasonLabels: MetricLabels {
        var kind: Kind
        var state: State
        var reason: Reason
        var pairs: [(String, String)] {
            [("kind", kind.rawValue), ("state", state.rawValue), ("reason", reason.rawValue)]
        }
    }

    struct KindLabels: MetricLabels {
        var kind: Kind
        var pairs: [(String, String)] { [("kind", kind.rawValue)] }
    }

    struct LaneLabels: MetricLabels {
        var lane: Lane
        var pairs: [(String, String)] { [("lane", lane.rawValue)] }
    }

    struct LimitLabels: MetricLabels {
        /// `main`, `search` or `daily`.
        var limit: String
        var pairs: [(String, String)] { [("limit", limit)] }
    }

    typealias Series<Labels> = [(labels: Labels, value: Double)]

    var pairs: Series<StandingLabels> { standings { $0.count } }
    var oldestPairs: Series<StandingLabels> { standings { $0.oldest } }

    var pairsByReason: Series<ReasonLabels> {
        figures.compactMap { figure in
            guard case .pairs(let kind, let state, let reason?, let count, _) = figure else { return nil }
            return (ReasonLabels(kind: kind, state: state, reason: reason), Double(count))
        }
    }

    var paused: Series<KindLabels> {
        ifKnown(Kind.allCases.map { (KindLabels(kind: $0), figures.contains(.paused($0)) ? 1 : 0) })
    }

    var outboxRows: Series<LaneLabels> { outbox { Double($0.count) } }
    var outboxAge: Series<LaneLabels> { outbox { $0.oldest.seconds } }

    var discoveries: Double? { first { if case .discoveries(let count) = $0 { Double(count) } else { nil } } }
    var deadLetters: Double? { first { if case .deadLetters(let count) = $0 { Double(count) } else { nil } } }

    var repairs: Series<NoLabels> {
        let count = first { if case .repairs(let count) = $0 { Double(count) } else { nil } }
        return count.map { [(NoLabels(), $0)] } ?? []
    }

    var quota: Double? { first { if case .quota(_, let quota, _) = $0 { Double(quota) } else { nil } } }
    var quotaRemaining: Double? { first { if case .quota(let left, _, _) = $0 { Double(left) } else { nil } } }
    var quotaReserve: Double? { first { if case .quota(_, _, let kept) = $0 { Double(kept) } else { nil } } }

    var limitsOpen: Series<LimitLabels> {
        figures.compactMap { figure in
            guard case .limit(let name, let opensIn, _) = figure else { return nil }
            return (LimitLabels(limit: name), opensIn.seconds)
        }
    }

    var spacings: Series<LimitLabels> {
        figures.compactMap { figure in
            guard case .limit(let name, _, let spacing) = figure, spacing > .zero else { return nil }
            return (LimitLabels(limit: name), spacing.seconds)
        }
    }

    var databaseBytes: Double? { first { if case .databaseBytes(let bytes) = $0 { Double(bytes) } else { nil } } }

    private func standings(_ value: ((count: Double, oldest: Double)) -> Double) -> Series<StandingLabels> {
        var sums: [StandingLabels: (count: Double, oldest: Double)] = [:]
        for case .pairs(let kind, let state, _, let count, let oldest) in figures {
            let labels = StandingLabels(kind: kind, state: state)
            let sum = sums[labels] ?? (0, 0)
            sums[labels] = (sum.count + Double(count), max(sum.oldest, oldest.seconds))
        }
        let all = Kind.allCases.flatMap { kind in State.allCases.map { StandingLabels(kind: kind, state: $0) } }
        return ifKnown(all.map { ($0, value(sums[$0] ?? (0, 0))) })
    }

    private func outbox(_ value: ((count: Int, oldest: Duration)) -> Double) -> Series<LaneLabels> {
        var rows: [Lane: (count: Int, oldest: Duration)] = [:]
        for case .outbox(let lane, let count, let oldest) in figures { rows[lane] = (count, oldest) }
        return ifKnown(Lane.allCases.map { (LaneLabels(lane: $0), value(rows[$0] ?? (0, .zero))) })
    }

    private func ifKnown<Labels>(_ series: Series<Labels>) -> Series<Labels> { figures.isEmpty ? [] : series }

    private func first(_ read: (FleetFigure) -> Double?) -> Double? { figures.lazy.compactMap(read).first }
}
