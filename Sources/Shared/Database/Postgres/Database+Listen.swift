import Synchronization

extension Database {
    /// Listens for `NOTIFY channel` on a connection of its own, which comes back by itself.
    ///
    /// PostgreSQL keeps no notification for who is not connected: each (re)connection yields `.reconnected`, and the
    /// listener then looks at the tables again. Ends when the loop over it does, or with `close()`.
    public func listen(to channel: String) -> AsyncStream<Notification> {
        AsyncStream(bufferingPolicy: .bufferingNewest(1024)) { continuation in
            let interrupt = Interrupt()
            listeners.withLock { $0.append(interrupt) }
            continuation.onTermination = { [weak self] _ in
                interrupt.fire()
                self?.listeners.withLock { $0.removeAll { $0 === interrupt } }
            }
            Listener(
                settings: settings, channel: channel, interrupt: interrupt, logger: logger, continuation: continuation
            ).start()
        }
    }
}
