import Glibc

/// Wakes the thread that waits on a session's socket, from any other thread.
final class Interrupt: Sendable {
    /// Readable once fired; -1, which `poll` ignores, when the process has no file descriptor left.
    let descriptor: Int32
    private let writing: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        if unsafe pipe(&ends) != 0 { ends = [-1, -1] }
        for end in ends where end >= 0 {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        (descriptor, writing) = (ends[0], ends[1])
    }

    deinit {
        if descriptor >= 0 {
            close(descriptor)
            close(writing)
        }
    }

    func fire() {
        var byte: UInt8 = 1
        _ = unsafe write(writing, &byte, 1)
    }

    func clear() {
        var bytes = [UInt8](repeating: 0, count: 16)
        while unsafe read(descriptor, &bytes, bytes.count) > 0 {}
    }
}
