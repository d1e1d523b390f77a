public import Domain
import Synchronization

/// The fleet's pace towards HubSpot, as one process asks for it: one permit for every call (R22, R23).
///
/// `permit` blocks the calling thread until the permit is due: it belongs on libcurl's threads, never in async code.
/// What else there is to the limiter stands in `StatementRunner+Pace.swift`.
public final class Limiter: Sendable {
    /// How often a permit that came too late is given up for a new one.
    private static let attempts = 3
    /// For connecting, and for the server's answer beyond the wait itself.
    private static let slack = Duration.seconds(5)

    private let url: String
    private let application: String
    private let patience: Duration
    private let sessions = Mutex(Sessions())

    private struct Sessions {
        var idle: [BlockingSession] = []
        var lent: [BlockingSession] = []
        var closed = false
    }

    /// Connects to nothing yet; one connection is opened for each thread that stands in line at the same time.
    ///
    /// - Parameter patience: a longer wait is answered with `.notBefore` at once.
    /// - Throws: `.misuse` when the URL is none.
    public init(url: String, application: String, patience: Duration = .seconds(5)) throws(DatabaseError) {
        _ = try DatabaseURL(url)
        (self.url, self.application, self.patience) = (url, application, patience)
    }

    /// Waits until the call may be made. Without `.granted` nobody calls.
    public func permit(_ request: PermitRequest) -> PermitVerdict {
        do throws(DatabaseError) {
            let session = try take()
            defer { give(session) }
            return try permit(request, on: session)
        } catch {
            return .unavailable(error.description)
        }
    }

    /// Sends away those who stand in line, and everyone who comes later.
    public func close() {
        let lent = sessions.withLock { sessions in
            (sessions.closed, sessions.idle) = (true, [])
            return sessions.lent
        }
        for session in lent { session.interruptForGood() }
    }

    private func permit(_ request: PermitRequest, on session: BlockingSession) throws(DatabaseError) -> PermitVerdict {
        for _ in 0..<Self.attempts {
            let statement = TakePermit(request: request, patience: patience)
            let answer = try session.timed(statement, within: patience + Self.slack)
            guard let verdict = answer.rows.first else { throw .misuse("take_permit answered nothing") }
            if verdict.isLate(after: answer.took) { continue }
            switch verdict {
            case .granted: return .granted
            case .refused(let until, let reason): return .notBefore(until, reason: reason)
            }
        }
        return .unavailable("this process is too slow to use its permits")
    }

    private func take() throws(DatabaseError) -> BlockingSession {
        let idle = sessions.withLock { sessions -> Result<BlockingSession?, DatabaseError> in
            if sessions.closed { return .failure(.unavailable("this process has closed its connections")) }
            let session = sessions.idle.popLast()
            if let session { sessions.lent.append(session) }
            return .success(session)
        }
        if let session = try idle.get() { return session }
        let session = try BlockingSession(url: url, application: application, longest: patience + Self.slack)
        sessions.withLock { $0.lent.append(session) }
        return session
    }

    private func give(_ session: BlockingSession) {
        sessions.withLock { sessions in
            sessions.lent.removeAll { $0 === session }
            if !sessions.closed { sessions.idle.append(session) }
        }
    }
}
