import Glibc

/// Standard error, a whole line at a time: one call to `write` where the system takes it, so that lines of several
/// threads do not mix.
public enum StandardError {
    public static func write(line: String) {
        var bytes = Array((line + "\n").utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            // Nobody reads any more: a log must not stop the work.
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }

    public static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
