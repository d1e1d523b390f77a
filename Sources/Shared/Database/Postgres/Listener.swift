import Dispatch
import Logging
import Observability

/// Waits for the notifications of one channel, on a queue of its own, until it is interrupted.
struct Listener: Sendable {
    let settings: SessionSettings
    let channel: String
    let interrupt: Interrupt
    let logger: Logger
    let continuation: AsyncStream<Notification>.Continuation

    func start() {
        DispatchQueue(label: "passerelle.database.listener").async {
            repeatUntilInterrupted()
            continuation.finish()
        }
    }

    private func repeatUntilInterrupted() {
        var failures = 0
        while true {
            do throws(DatabaseError) {
                let connection = try Connection.open(settings, interrupt: interrupt, until: Deadline(in: settings.deadline))
                let quoted = channel.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
                try connection.script("LISTEN \"\(quoted)\"", until: Deadline(in: settings.deadline))
                failures = 0
                tell(.reconnected)
                while true {
                    try connection.awaitNotifications().forEach { tell(.payload($0)) }
                }
            } catch .cancelled {
                return
            } catch {
                failures += 1
                logger.warning("listening connection lost", [.error: "\(error)", .attempt: "\(failures)"])
                // 100 ms doubling to 3.2 s, and a random half of it, so that a fleet does not come back as one.
                let longest = Int64(100 << min(failures - 1, 5))
                let pause = Duration.milliseconds(Int64.random(in: longest / 2...longest))
                if Socket(descriptor: -1, interrupt: interrupt).wait(for: .reading, until: Deadline(in: pause)) == .interrupted {
                    return
                }
            }
        }
    }

    private func tell(_ notification: Notification) {
        // What the full buffer pushed out is made good by a look at the tables.
        if case .dropped = continuation.yield(notification) { continuation.yield(.reconnected) }
    }
}
