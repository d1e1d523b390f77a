import Logging
import Observability
import Runtime

/// The life of one connection, and the only toucher of its handle: connect, serve, wait with back-off, connect again,
/// until the duty is over. Runs on a thread of its own, since librabbitmq blocks and is not thread-safe.
struct ConnectionLoop {
    let address: BrokerAddress
    let name: String
    let timings: BrokerTimings
    let monitor: ConnectionMonitor
    let wakeUp: WakeUp
    let logger: Logger

    /// Frames taken before orders get their turn.
    private static let framesPerTurn = 256
    /// A channel that falls this often on one connection is no accident: the connection goes, and back-off applies.
    private static let channelFaults = 3

    func run(_ duty: any ChannelDuty) {
        var epoch: UInt64 = 0
        var attempt = 0
        while !duty.idle() {
            let began = ContinuousClock.now
            do {
                monitor.connecting()
                try session(duty, &epoch)
                break
            } catch {
                duty.closed()
                monitor.tell(.disconnected(error))
                logger.warning("broker connection lost", [.reason: "\(error)", .attempt: "\(attempt)"])
                rest(timings.reconnect.delay(attempt: attempt, jitter: .random(in: 0..<1)), duty)
                attempt = timings.reconnect.nextAttempt(after: attempt, held: began.duration(to: .now))
            }
        }
        duty.closed()
        monitor.finished()
    }

    /// From connect to an orderly end. Every other end is thrown.
    private func session(_ duty: any ChannelDuty, _ epoch: inout UInt64) throws(BrokerError) {
        let connection = try RabbitConnection(to: address, name: name, timings: timings)
        monitor.connectionMade()
        try open(duty, connection, &epoch)
        logger.info("broker connected", [.connection: "\(name)", .epoch: "\(epoch)"])
        var faults = 0
        while true {
            connection.releaseBuffers()
            var taken = 0
            while taken < Self.framesPerTurn, let incoming = try connection.next() {
                taken += 1
                try handle(incoming, duty, connection, &epoch, &faults)
            }
            switch try duty.turn(connection) {
            case .finished:
                connection.close()
                return
            case .again: continue
            case .rest(let moment):
                if taken < Self.framesPerTurn { try connection.wait(for: wakeUp, until: moment) }
            }
        }
    }

    private func open(
        _ duty: any ChannelDuty, _ connection: RabbitConnection, _ epoch: inout UInt64
    ) throws(BrokerError) {
        try connection.openChannel()
        epoch += 1
        try duty.opened(connection, epoch: epoch)
        monitor.tell(.connected(epoch: epoch))
    }

    private func handle(
        _ incoming: Incoming, _ duty: any ChannelDuty, _ connection: RabbitConnection, _ epoch: inout UInt64,
        _ faults: inout Int
    ) throws(BrokerError) {
        switch incoming {
        case .connectionClosed(let reason):
            connection.answerConnectionClose()
            throw reason
        case .channelClosed(let code, let text):
            try connection.answerChannelClose()
            duty.closed()
            monitor.tell(.channelClosed(code: code, text: text))
            logger.error("broker closed the channel", [.code: "\(code)", .detail: "\(text)"])
            faults += 1
            if faults > Self.channelFaults { throw .channelClosed(code: code, text: text) }
            try open(duty, connection, &epoch)
        case .blocked(let reason):
            monitor.tell(.blocked(reason: reason))
            logger.warning("broker takes no publishes", [.reason: "\(reason)"])
            try duty.received(incoming, connection)
        case .unblocked:
            monitor.tell(.unblocked)
            logger.info("broker takes publishes again")
            try duty.received(incoming, connection)
        case .delivery, .returned, .acked, .nacked, .cancelled:
            try duty.received(incoming, connection)
        }
    }

    /// Waits out a back-off; orders are still looked at, so that stopping is prompt and their deadlines are kept.
    private func rest(_ pause: Duration, _ duty: any ChannelDuty) {
        let end = ContinuousClock.now + pause
        while ContinuousClock.now < end, !duty.idle() {
            wakeUp.wait(until: end)
        }
    }
}
