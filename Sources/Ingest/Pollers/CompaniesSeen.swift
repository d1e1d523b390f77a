import Synchronization

/// Whether HubSpot's companies have been polled since this process began, by it or by another: those that nobody told of
/// while it was away, or that a restored database does not know.
final class CompaniesSeen: Sendable {
    private let seen = Mutex(false)

    var areSeen: Bool { seen.withLock { $0 } }

    func note() { seen.withLock { $0 = true } }
}
