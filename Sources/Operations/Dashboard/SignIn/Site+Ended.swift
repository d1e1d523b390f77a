import Database
import Domain

/// Sessions that were signed out of before their time. Their cookies are still signed by us, so that is kept, for all
/// replicas, until they would have ended by themselves.
extension Site {
    func end(_ session: Session) async throws(PageFault) {
        _ = try await ask { (database) async throws(DatabaseError) in
            try await database.execute(EndSession(session.nonce, until: session.begunAt + Session.longest))
        }
    }

    /// Whether it was signed out of. A database that is away shows nothing to anybody.
    func hasEnded(_ session: Session) async throws(PageFault) -> Bool {
        try await ask { (database) async throws(DatabaseError) in
            try await database.first(HasSessionEnded(session.nonce)) ?? false
        }
    }
}
