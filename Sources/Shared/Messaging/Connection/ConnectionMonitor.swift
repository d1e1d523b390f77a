import Synchronization

/// What others may know of a connection while its loop runs: state, count of reconnects, and the events as they come.
public final class ConnectionMonitor: Sendable {
    /// Events for one reader; the newest hundred are kept when it lags.
    public let events: AsyncStream<ConnectionEvent>

    private struct Facts {
        var state = ConnectionState.idle
        var connections = 0
        var epoch: UInt64 = 0
    }

    private let facts = Mutex(Facts())
    private let feed: AsyncStream<ConnectionEvent>.Continuation

    init() {
        (events, feed) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(100))
    }

    public var state: ConnectionState { facts.withLock { $0.state } }

    /// How often a connection was made anew after the first.
    public var reconnects: Int { facts.withLock { max(0, $0.connections - 1) } }

    func connecting() { facts.withLock { $0.state = .connecting } }

    func connectionMade() { facts.withLock { $0.connections += 1 } }

    func finished() {
        facts.withLock { $0.state = .closed }
        feed.finish()
    }

    func tell(_ event: ConnectionEvent) {
        facts.withLock { facts in
            switch event {
            case .connected(let epoch):
                facts.epoch = epoch
                facts.state = .connected(epoch: epoch)
            case .disconnected(let reason): facts.state = .waiting(reason)
            case .blocked(let reason): facts.state = .blocked(reason: reason)
            case .unblocked: facts.state = .connected(epoch: facts.epoch)
            case .channelClosed, .cancelled: break
            }
        }
        feed.yield(event)
    }
}
