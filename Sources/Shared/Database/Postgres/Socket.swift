import Glibc

/// Waiting on a session's socket, with an end to it.
struct Socket {
    enum Readiness { case ready, late, interrupted }
    enum Direction { case reading, writing, both }

    let descriptor: Int32
    let interrupt: Interrupt

    func wait(for direction: Direction, until deadline: Deadline) -> Readiness {
        let events =
            switch direction {
            case .reading: POLLIN
            case .writing: POLLOUT
            case .both: POLLIN | POLLOUT
            }
        var watched = [
            pollfd(fd: descriptor, events: Int16(events), revents: 0),
            pollfd(fd: interrupt.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        while true {
            if deadline.isPast { return .late }
            guard unsafe poll(&watched, 2, deadline.pollTimeout) > 0 else { continue }  // late, or a signal
            if watched[1].revents != 0 { return .interrupted }
            if watched[0].revents != 0 { return .ready }
        }
    }

    /// Whether something has arrived, or the peer has gone, without waiting.
    var isReadable: Bool {
        var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&watched, 1, 0) > 0
    }
}
