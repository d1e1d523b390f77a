import Domain

/// What a step of a dry run would do, by kind: actions of artis are of three, and some are of none (R20).
struct Plan: Sendable, Equatable {
    private(set) var lines: [Kind?: PlanLine] = [:]
    /// Of artis: how many records of each kind there are.
    private(set) var found: [Kind?: Int] = [:]

    init() {}
    init(_ kind: Kind, _ line: PlanLine) { lines = [kind: line] }

    var whole: PlanLine {
        lines.values.reduce(into: PlanLine()) { $0.add($1) }
    }

    mutating func add(_ other: Plan) {
        for (kind, line) in other.lines { change(kind) { $0.add(line) } }
        found.merge(other.found, uniquingKeysWith: +)
    }

    mutating func change(_ kind: Kind?, _ change: (inout PlanLine) -> Void) { change(&lines[kind, default: PlanLine()]) }

    mutating func find(_ kind: Kind?) { found[kind, default: 0] += 1 }
}
