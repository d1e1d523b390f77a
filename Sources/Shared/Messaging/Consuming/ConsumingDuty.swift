/// The consumer's part on its loop: keeps the subscriptions alive, puts deliveries on the shelf, sends acks.
final class ConsumingDuty: ChannelDuty {
    private let topology: Declarations
    private let desk: ConsumerDesk
    private let monitor: ConnectionMonitor
    private var epoch: UInt64 = 0
    private var consuming = false
    private var paused = false
    private var stopBy: ContinuousClock.Instant?

    init(topology: Declarations, desk: ConsumerDesk, monitor: ConnectionMonitor) {
        self.topology = topology
        self.desk = desk
        self.monitor = monitor
    }

    /// Whether deliveries are wanted at all.
    private var wanted: Bool { !paused && stopBy == nil }

    func opened(_ connection: RabbitConnection, epoch: UInt64) throws(BrokerError) {
        self.epoch = epoch
        desk.open(epoch: epoch)
        try connection.declare(topology)
        try adjust(connection)
    }

    func received(_ incoming: Incoming, _ connection: RabbitConnection) throws(BrokerError) {
        switch incoming {
        case .delivery(let delivery): try take(delivery, connection)
        case .cancelled(let consumerTag):
            guard let index = subscription(of: consumerTag) else { return }
            monitor.tell(.cancelled(queue: desk.subscriptions[index].queue))
            guard consuming else { return }
            try connection.declare(topology)
            try consume(index, connection)
        case .returned, .acked, .nacked, .channelClosed, .connectionClosed, .blocked, .unblocked: break
        }
    }

    func turn(_ connection: RabbitConnection) throws(BrokerError) -> LoopPace {
        // Looked at first: an ack that comes in between is found by the next turn.
        let settled = desk.isSettled
        for order in desk.mailbox.take() { try carryOut(order, connection) }
        try adjust(connection)
        if let stopBy, settled || ContinuousClock.now >= stopBy { return .finished }
        return .rest(until: stopBy)
    }

    func closed() {
        consuming = false
        desk.void()
    }

    /// Acks that come while there is no connection are void: the broker has queued those messages again.
    func idle() -> Bool {
        for order in desk.mailbox.take() { note(order) }
        return stopBy != nil
    }

    private func carryOut(_ order: ConsumeOrder, _ connection: RabbitConnection) throws(BrokerError) {
        switch order {
        case .ack(let tags):
            for tag in tags where tag.epoch == epoch { try connection.ack(tag.number) }
        case .reject(let tags, let requeue):
            for tag in tags where tag.epoch == epoch { try connection.reject(tag.number, requeue: requeue) }
        case .pause, .resume, .stop: note(order)
        }
    }

    private func note(_ order: ConsumeOrder) {
        switch order {
        case .pause: paused = true
        case .resume: paused = false
        case .stop(let moment): stopBy = min(stopBy ?? moment, moment)
        case .ack, .reject: break
        }
    }

    /// Makes the consumers what they should be: all there, or none.
    private func adjust(_ connection: RabbitConnection) throws(BrokerError) {
        if wanted == consuming { return }
        consuming = wanted
        for index in desk.subscriptions.indices {
            if wanted {
                try consume(index, connection)
            } else {
                try connection.cancel(consumerTag: Self.tag(index))
            }
        }
        if wanted { return }
        for tag in desk.clear() { try connection.reject(tag.number, requeue: true) }
    }

    private func take(_ delivery: IncomingDelivery, _ connection: RabbitConnection) throws(BrokerError) {
        // Sent before the broker had heard of a pause.
        guard wanted, let index = subscription(of: delivery.consumerTag) else {
            return try connection.reject(delivery.number, requeue: true)
        }
        let queue = desk.subscriptions[index].queue
        desk.add(Delivery(delivery, queue: queue, epoch: epoch), subscription: index)
    }

    private func consume(_ index: Int, _ connection: RabbitConnection) throws(BrokerError) {
        let subscription = desk.subscriptions[index]
        try connection.consume(
            queue: subscription.queue, consumerTag: Self.tag(index), prefetch: subscription.prefetch)
    }

    private static func tag(_ index: Int) -> String { "passerelle-\(index)" }

    private func subscription(of consumerTag: String) -> Int? {
        desk.subscriptions.indices.first { Self.tag($0) == consumerTag }
    }
}
