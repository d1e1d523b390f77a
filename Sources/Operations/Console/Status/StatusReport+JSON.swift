import Database
import Domain
import HTTP
import Oversight
import Runtime

extension StatusReport {
    /// What `status --json` prints, on one line:
    ///
    ///     {"idle": bool,
    ///      "pairs": {"company": {"synced": n, "pending": n, "waiting": n, "not_eligible": n, "blocked": n,
    ///                            "retrying": n, "failed": n, "stopped": n}, …},
    ///      "outbox": n, "queues": {"passerelle.company.live": {"ready": n, "unacked": n, "consumers": n}, …},
    ///      "dead": n, "limits": [{"name", "spacing_ms", "next_in_ms"}],
    ///      "hubspot_calls": {"today": n, "by_purpose": {"read": n, …}}, "repairs": n, "paused": ["deal", …]}
    ///
    /// Every kind and state is there, also with 0. Queues that were never declared are left out.
    var json: JSON {
        [
            "idle": .bool(isIdle), "pairs": pairCounts, "outbox": .of(backlog.outbox),
            "queues": .object(queues.mapValues(\.json)), "dead": .of(backlog.dead),
            "limits": .array(
                limits.map { limit in
                    [
                        "name": .string(limit.name), "spacing_ms": .of(Int(limit.spacing.milliseconds)),
                        "next_in_ms": .of(Int(limit.nextIn.milliseconds)),
                    ]
                }),
            "hubspot_calls": [
                "today": .of(calls.values.reduce(0, +)),
                "by_purpose": .object(
                    Dictionary(calls.map { ($0.key.rawValue, .of($0.value)) }, uniquingKeysWith: { first, _ in first })),
            ],
            "repairs": .of(backlog.repairs), "paused": .array(paused.map { .string($0.kind.rawValue) }),
        ]
    }

    private var pairCounts: JSON {
        .object(
            Kind.allCases.reduce(into: [:]) { kinds, kind in
                kinds[kind.rawValue] = .object(
                    State.allCases.reduce(into: [:]) { $0[$1.rawValue] = .of(count(kind, $1)) })
            })
    }
}

extension QueueFigures {
    fileprivate var json: JSON { ["ready": .of(ready), "unacked": .of(unacked), "consumers": .of(consumers)] }
}
