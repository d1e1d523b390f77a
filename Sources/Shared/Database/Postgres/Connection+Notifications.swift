import CPostgres

extension Connection {
    /// Waits until the server has sent at least one notification, or the connection ends.
    ///
    /// - Returns: the payloads, in order.
    func awaitNotifications() throws(DatabaseError) -> [String] {
        while true {
            let payloads = takeNotifications()
            if !payloads.isEmpty { return payloads }
            // TCP's keepalive finds a dead peer; the hour only bounds the wait.
            switch socket.wait(for: .reading, until: Deadline(in: .seconds(3600))) {
            case .late: continue
            case .interrupted: throw .cancelled
            case .ready: break
            }
            let arrived = unsafe withHandle { unsafe PQconsumeInput($0) == 1 }
            guard arrived, isUsable else { throw .unavailable("the connection was lost") }
        }
    }

    private func takeNotifications() -> [String] {
        unsafe withHandle { handle in
            var payloads: [String] = []
            while let notification = unsafe PQnotifies(handle) {
                unsafe payloads.append(String(cString: notification.pointee.extra))
                unsafe PQfreemem(notification)
            }
            return payloads
        }
    }
}
