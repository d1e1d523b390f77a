import Domain

/// What an operator wants brought.
struct BackfillOrder: Sendable, Equatable {
    /// None: everything, by companies.
    var kinds: Set<Kind> = []
    /// Only what was modified since.
    var since: Instant?
    var dryRun = false

    /// In the order in which they are done: companies first, so that what hangs on them need not wait for long.
    var steps: [BackfillStep] {
        if kinds.isEmpty {
            // Whatever opens is discovered by itself; what was open before is asked for.
            return since == nil ? [.companies(ifOpen: .leave), .discovery] : [.companies(ifOpen: .discover)]
        }
        var steps: [BackfillStep] = []
        if kinds.contains(.company) { steps.append(.companies(ifOpen: .look)) }
        for kind in [Kind.deal, .contact] where kinds.contains(kind) { steps.append(.records(kind)) }
        if kinds.contains(where: { $0.role == .activity }) { steps.append(.discovery) }
        return steps
    }

    /// For the audit.
    var summary: String {
        let named = kinds.map(\.rawValue).sorted().joined(separator: ",")
        return (named.isEmpty ? "all" : named) + (since.map { " since \($0.rfc3339)" } ?? "")
    }
}
