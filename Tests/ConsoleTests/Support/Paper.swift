import Synchronization

/// What a command wrote.
final class Paper: Sendable {
    private let written = Mutex<[String]>([])

    func write(_ line: String) { written.withLock { $0.append(line) } }

    var lines: [String] { written.withLock { $0 } }
    var text: String { lines.joined(separator: "\n") }
}
