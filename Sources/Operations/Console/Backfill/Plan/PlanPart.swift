import Domain

/// What a dry run says of the records of one kind that a step finds.
struct PlanPart: Sendable, Equatable {
    /// nil for actions of artis that are of no kind (R20), and for a step that is about several.
    var kind: Kind?
    var found: Int
    var line: PlanLine
}

extension BackfillProgress {
    /// The step, kind by kind: the actions of artis are of three.
    ///
    /// - Parameter order: which kinds are asked for.
    func parts(_ order: BackfillOrder) -> [PlanPart] {
        guard case .listing(.call) = step else { return [PlanPart(kind: step.kind, found: seen, line: plan.whole)] }
        let kinds = Kind.allCases.filter { $0.role == .activity && (order.kinds.isEmpty || order.kinds.contains($0)) }
        return (kinds + [nil]).map { PlanPart(kind: $0, found: plan.found[$0] ?? 0, line: plan.lines[$0] ?? PlanLine()) }
    }
}
