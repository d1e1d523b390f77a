import Database
import Domain
import HTTP
import Oversight

extension Explanation {
    /// What `explain --json` prints, on one line:
    ///
    ///     {"kind", "hubspot_id", "artis_id", "state", "reason", "detail", "since",
    ///      "waits_for": {"kind": "company", "hubspot_id", "artis_id", "name", "state", "reason", "detail", "since"} | null,
    ///      "warnings": [{"code", "detail"}],
    ///      "conflicts": [{"at", "field", "hubspot", "artis", "winner", "cause"}],
    ///      "attempts": n, "next_attempt_at",
    ///      "history": [{"at", "event", "system", "detail", "trace"}]}
    ///
    /// Every key is always there; what is not known is null. Moments are RFC 3339 in UTC. `since` is null for a record
    /// that left no row and was looked at just now. Conflicts and history come newest first, twenty at most.
    var json: JSON {
        [
            "kind": .of(kind), "hubspot_id": .of(hubspotID), "artis_id": .of(artisID), "state": .of(state),
            "reason": .of(reason), "detail": .of(detail), "since": .of(since), "waits_for": waitsFor?.json ?? .null,
            "warnings": .array(warnings.map { ["code": .of($0.code), "detail": .string($0.detail)] }),
            "conflicts": .array(conflicts.map(\.json)), "attempts": .of(attempts),
            "next_attempt_at": .of(nextAttemptAt), "history": .array(history.map(\.json)),
        ]
    }
}

extension Explanation.Awaited {
    fileprivate var json: JSON {
        [
            "kind": "company", "hubspot_id": .of(hubspotID), "artis_id": .of(artisID), "name": .of(name),
            "state": .of(state), "reason": .of(reason), "detail": .of(detail), "since": .of(since),
        ]
    }
}

extension ReadConflicts.Row {
    fileprivate var json: JSON {
        [
            "at": .of(at), "field": .of(conflict.field), "hubspot": .of(conflict.hubspot), "artis": .of(conflict.artis),
            "winner": .of(conflict.winner), "cause": .of(conflict.cause),
        ]
    }
}

extension ReadHistory.Row {
    fileprivate var json: JSON {
        ["at": .of(at), "event": .string(event), "system": .of(system), "detail": .of(detail), "trace": .of(trace)]
    }
}
