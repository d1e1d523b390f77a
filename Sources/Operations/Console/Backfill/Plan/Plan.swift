import Domain

/// What a step of a dry run would do, by kind: actions of artis are of three (R20).
struct Plan: Sendable, Equatable {
    private(set) var lines: [Kind: PlanLine] = [:]

    init() {}
    init(_ kind: Kind, _ line: PlanLine) { lines = [kind: line] }

    var whole: PlanLine {
        lines.values.reduce(into: PlanLine()) { $0.add($1) }
    }

    mutating func add(_ other: Plan) {
        for (kind, line) in other.lines { change(kind) { $0.add(line) } }
    }

    mutating func change(_ kind: Kind, _ change: (inout PlanLine) -> Void) { change(&lines[kind, default: PlanLine()]) }
}
