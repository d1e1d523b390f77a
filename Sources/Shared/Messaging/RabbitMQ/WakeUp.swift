import Glibc
import Synchronization

/// A pipe that ends a `poll`: signalled by any thread, waited on by the loop alone.
@safe final class WakeUp: Sendable {
    private let reader: Int32
    private let writer: Int32
    /// One byte in the pipe is enough, however many signals there are.
    private let signalled = Mutex(false)

    init() {
        var ends: [Int32] = [-1, -1]
        let made = unsafe pipe(&ends)
        // Out of file descriptors at start-up: no connection could be opened either.
        precondition(made == 0, "no file descriptor left for a pipe")
        reader = ends[0]
        writer = ends[1]
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
    }

    deinit {
        close(reader)
        close(writer)
    }

    func signal() {
        signalled.withLock { signalled in
            if signalled { return }
            var byte: UInt8 = 1
            signalled = unsafe write(writer, &byte, 1) == 1
        }
    }

    /// Returns at a signal, at the end, or when `socket` has something to read. True when the socket has.
    @discardableResult
    func wait(socket: Int32 = -1, until end: ContinuousClock.Instant) -> Bool {
        let left = ContinuousClock.now.duration(to: end)
        let milliseconds = left <= .zero ? 0 : min(left / .milliseconds(1), 600_000).rounded(.up)
        var polled = [
            pollfd(fd: reader, events: Int16(POLLIN), revents: 0), pollfd(fd: socket, events: Int16(POLLIN), revents: 0),
        ]
        // An interrupted poll is a short wait, no more: the loop looks at everything anyway.
        guard unsafe poll(&polled, 2, Int32(milliseconds)) > 0 else { return false }
        if polled[0].revents != 0 { clear() }
        return polled[1].revents != 0
    }

    private func clear() {
        signalled.withLock { signalled in
            var byte: UInt8 = 0
            while unsafe read(reader, &byte, 1) == 1 {}
            signalled = false
        }
    }
}
