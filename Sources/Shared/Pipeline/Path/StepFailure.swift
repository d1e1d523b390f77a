public import Artis
public import Database
public import Domain
public import HubSpot

/// What stops a whole batch, sorted by what comes next. The fault of one record never comes as one of these: it is a
/// settlement of its pair.
public enum StepFailure: Error, Sendable {
    /// Nothing is wrong, but not now (the limiter sends away): the work goes back, due at the moment given.
    case later(Instant?, reason: String)
    /// HubSpot answers that one of the records is locked for the moment, and not which.
    case locked(Instant?)
    /// A system does not answer: its breaker opens, and nobody's attempts are spent.
    case down(System, String)
    /// A system answers, but not to this: perhaps one record's fault. The batch is halved until the record is found.
    case faulted(System, String)
    /// HubSpot lets us in, but not for this (403: a scope is missing). Whoever needs the call is blocked until someone
    /// acts; everything else goes on.
    case forbidden(String)
    /// Our own database; the batch's messages go back to the broker.
    case database(DatabaseError)
    case cancelled
}

extension StepFailure: CustomStringConvertible {
    /// For the log. What a vendor says of a fault may quote a record, and stands in the pair's row only: its status
    /// suffices here.
    public var description: String {
        switch self {
        case .faulted(let system, let cause): "\(system.rawValue) \(cause.status)"
        case .down(let system, let cause): "\(system.rawValue) \(cause)"
        case .later(_, let reason): reason
        case .locked: HubSpotFailure.recordLocked
        case .forbidden: "HubSpot forbids the call"
        case .database(let error): "\(error)"
        case .cancelled: "cancelled"
        }
    }
}

extension StepFailure {
    init(_ failure: HubSpotFailure) {
        switch failure {
        case .notNow(let moment, HubSpotFailure.recordLocked): self = .locked(moment)
        case .notNow(let moment, let reason): self = .later(moment, reason: reason)
        case .unavailable(let why, _), .unknownOutcome(let why), .unauthorised(let why): self = .down(.hubspot, why)
        case .faulted(let status, let why): self = .faulted(.hubspot, "\(status): \(why)")
        case .refused(let refusal) where refusal.status == 403: self = .forbidden(refusal.message)
        case .refused(let refusal): self = .faulted(.hubspot, "\(refusal.status): \(refusal.message)")
        case .cancelled: self = .cancelled
        }
    }

    init(_ failure: ArtisFailure) {
        switch failure {
        case .unavailable(let why, _), .unknownOutcome(let why), .unauthorised(let why): self = .down(.artis, why)
        case .faulted(let status, let why): self = .faulted(.artis, "\(status): \(why)")
        case .refused(let error): self = .faulted(.artis, "\(error.status) \(error.code): \(error.message)")
        case .cancelled: self = .cancelled
        }
    }
}

extension String {
    /// The part of a fault's cause that is no foreign text: everything before the first colon.
    var status: String { String(prefix { $0 != ":" }) }
}

/// Runs a call to HubSpot, artis or the database, and sorts its failure.
public func step<Value>(_ call: () async throws(HubSpotFailure) -> Value) async throws(StepFailure) -> Value {
    do throws(HubSpotFailure) { return try await call() } catch { throw StepFailure(error) }
}

public func step<Value>(_ call: () async throws(ArtisFailure) -> Value) async throws(StepFailure) -> Value {
    do throws(ArtisFailure) { return try await call() } catch { throw StepFailure(error) }
}

public func step<Value>(_ call: () async throws(DatabaseError) -> Value) async throws(StepFailure) -> Value {
    do throws(DatabaseError) { return try await call() } catch { throw .database(error) }
}
