import Messaging
import Runtime

/// Hands a worker's messages back to their queues when nobody may work for long. RabbitMQ ends a channel whose deliveries
/// stay unanswered for half an hour (`consumer_timeout`) and counts each of them as delivered in vain: a long outage would
/// make dead letters of innocents. Handed back after ten minutes, they are counted once for the whole of it.
struct Withdrawal {
    static let patience: Duration = .seconds(600)

    let consumer: Consumer
    let readiness: Readiness
    var patience = Self.patience

    /// Until the process stops.
    func run() async {
        var idleSince: ContinuousClock.Instant?
        var isWithdrawn = false
        while await Pause.wait(for: min(.seconds(1), patience)) {
            if await readiness.isReady {
                if isWithdrawn { consumer.resume() }
                (idleSince, isWithdrawn) = (nil, false)
            } else if !isWithdrawn {
                let since = idleSince ?? .now
                idleSince = since
                guard .now - since > patience else { continue }
                consumer.pause()
                isWithdrawn = true
            }
        }
    }
}
