import Logging
import Synchronization

/// What a logger was told, for tests that wait for it.
final class Diary: Sendable {
    private let lines = Mutex<[String]>([])

    func count(_ message: String) -> Int { lines.withLock { $0.count { $0 == message } } }

    func write(_ message: String) { lines.withLock { $0.append(message) } }

    /// Returns once a message was told so often.
    func wait(for message: String, times: Int) async throws {
        while count(message) < times { try await Task.sleep(for: .milliseconds(10)) }
    }

    var logger: Logger { Logger(label: "tests") { _ in Pen(diary: self) } }

    private struct Pen: LogHandler {
        let diary: Diary
        var metadata: Logger.Metadata = [:]
        var logLevel: Logger.Level = .debug

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) { diary.write("\(event.message)") }
    }
}
