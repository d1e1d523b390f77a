import Domain
import HTTP
import Oversight
import Runtime

extension BackfillReport {
    /// What `backfill --json` prints, on one line. Of a dry run:
    ///
    ///     {"dry_run": true, "since", "steps": [{"step", "from": "hubspot" | "artis", "kind", "found": n, "create": n,
    ///      "link": n, "update": n, "blocked": {"SIRET_MISSING": n, …}, "left_out": {"SYNC_NOT_REQUESTED": n, …}}, …],
    ///      "calls": n, "delay_ms": n, "seconds": n}
    ///
    /// The actions of artis are one step by kind, and one whose `kind` is null: those that HubSpot has no type for. So is
    /// that of what hangs on companies that are open already. Else:
    ///
    ///     {"dry_run": false, "since", "steps": [{"step", "found": n, "queued": n}, …]}
    var json: JSON {
        var members: [String: JSON] = [
            "dry_run": .bool(order.dryRun), "since": .of(order.since), "steps": .array(tallies.flatMap(steps)),
        ]
        if order.dryRun {
            members["calls"] = .of(estimate.calls)
            members["delay_ms"] = .of(Int(spacing.milliseconds))
            members["seconds"] = .of(Int((estimate.time(spacing: spacing) / .seconds(1)).rounded(.up)))
        }
        return .object(members)
    }

    private func steps(_ tally: BackfillProgress) -> [JSON] {
        let name = JSON.string(tally.step.cursorName)
        guard order.dryRun else { return [["step": name, "found": .of(tally.seen), "queued": .of(tally.queued)]] }
        return tally.parts(order).map { part in
            [
                "step": name, "from": .string(tally.step.system.rawValue), "kind": .of(part.kind?.rawValue),
                "found": .of(part.found), "create": .of(part.line.create), "link": .of(part.line.link),
                "update": .of(part.line.update), "blocked": Self.counts(part.line.blocked),
                "left_out": Self.counts(part.line.leftOut),
            ]
        }
    }

    private static func counts(_ reasons: [Reason: Int]) -> JSON {
        .object(Dictionary(reasons.map { ($0.key.rawValue, .of($0.value)) }, uniquingKeysWith: { first, _ in first }))
    }
}
