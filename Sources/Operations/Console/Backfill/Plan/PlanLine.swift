import Database
import Domain

/// What a backfill would do with records of one kind that one system holds.
struct PlanLine: Sendable, Equatable {
    /// Made in the other system.
    var create = 0
    /// Brought together with a record that the other system holds already (R4, R28).
    var link = 0
    /// Linked before, and changed since.
    var update = 0
    /// Somebody must mend something first.
    var blocked: [Reason: Int] = [:]
    /// Not meant to be synced, or waiting for what is not.
    var leftOut: [Reason: Int] = [:]

    var isEmpty: Bool { self == PlanLine() }
    var blockedCount: Int { blocked.values.reduce(0, +) }
    var leftOutCount: Int { leftOut.values.reduce(0, +) }
    /// What would be queued for a worker to look at.
    var queued: Int { create + link + update + blockedCount }

    mutating func add(_ other: PlanLine) {
        create += other.create
        link += other.link
        update += other.update
        blocked.merge(other.blocked, uniquingKeysWith: +)
        leftOut.merge(other.leftOut, uniquingKeysWith: +)
    }

    /// Counts a record that has a row: what stayed out stays so, as far as anybody knows.
    mutating func lookAgain(_ pair: Pair) {
        switch pair.state {
        case .blocked, .failed: blocked[pair.reason ?? .error, default: 0] += 1
        case .waiting, .notEligible, .stopped: leftOut[pair.reason ?? .error, default: 0] += 1
        case .synced, .pending, .retrying: update += 1
        }
    }

    /// Counts what the gate keeps back.
    mutating func hold(_ decision: GateDecision) {
        switch decision {
        case .go: break
        case .wait(let reason), .notEligible(let reason): leftOut[reason, default: 0] += 1
        case .blocked(let reason, _): blocked[reason, default: 0] += 1
        }
    }
}
