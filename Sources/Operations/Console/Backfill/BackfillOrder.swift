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
            // Whatever opens in HubSpot is discovered by itself; what was open before is asked for.
            let companies: [BackfillStep] =
                since == nil ? [.companies(ifOpen: .leave), .discovery] : [.companies(ifOpen: .discover)]
            return companies + [.listing(.company), .listing(.deal), .listing(.contact), .listing(.call)]
        }
        var steps: [BackfillStep] = []
        if kinds.contains(.company) { steps += [.companies(ifOpen: .look), .listing(.company)] }
        for kind in [Kind.deal, .contact] where kinds.contains(kind) { steps += [.records(kind), .listing(kind)] }
        if kinds.contains(where: { $0.role == .activity }) { steps += [.discovery, .listing(.call)] }
        return steps
    }

    /// Whether a record that was modified then is meant; one that does not say is.
    func includes(_ modified: Instant?) -> Bool {
        guard let since, let modified else { return true }
        return modified >= since
    }

    /// For the audit.
    var summary: String {
        let named = kinds.map(\.rawValue).sorted().joined(separator: ",")
        return (named.isEmpty ? "all" : named) + (since.map { " since \($0.rfc3339)" } ?? "")
    }

    /// For the audit, at the end: of each step how many were found and queued, those of artis.net after HubSpot's.
    func audit(of tallies: [BackfillProgress]) -> String {
        let steps = tallies.map { tally in
            let words = "\(tally.step.noun) \(tally.seen) found \(tally.queued) queued"
            return tally.step.system == .artis ? "artis.net " + words : words
        }
        return "\(summary) ended: \(steps.joined(separator: ", "))"
    }
}
