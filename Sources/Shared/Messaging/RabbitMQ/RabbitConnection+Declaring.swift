import CRabbitMQ

extension RabbitConnection {
    /// Declares all of it; what exists already is left as it is.
    func declare(_ topology: Declarations) throws(BrokerError) {
        for exchange in topology.exchanges { try declareExchange(exchange) }
        for queue in topology.queues { try declareQueue(queue) }
        for binding in topology.bindings { try bind(binding) }
    }

    private func declareExchange(_ name: String) throws(BrokerError) {
        _ = unsafe amqp_exchange_declare(
            handle, Self.channel, arena.bytes(name), arena.bytes("topic"), 0, 1, 0, 0, arena.table([:]))
        try answered("declaring an exchange")
    }

    private func declareQueue(_ name: String) throws(BrokerError) {
        _ = unsafe amqp_queue_declare(
            handle, Self.channel, arena.bytes(name), 0, 1, 0, 0, arena.table(["x-queue-type": .text("quorum")]))
        try answered("declaring a queue")
    }

    private func bind(_ binding: Declarations.Binding) throws(BrokerError) {
        _ = unsafe amqp_queue_bind(
            handle, Self.channel, arena.bytes(binding.queue), arena.bytes(binding.exchange), arena.bytes(binding.key),
            arena.table([:]))
        try answered("binding a queue")
    }

    /// What a queue holds; nil when there is none of that name. The channel stays usable.
    func inspect(queue: String) throws(BrokerError) -> QueueCounts? {
        let found = unsafe amqp_queue_declare(
            handle, Self.channel, arena.bytes(queue), 1, 0, 0, 0, arena.table([:]))
        do {
            try answered("inspecting a queue")
        } catch .channelClosed(code: 404, _) {
            try answerChannelClose()
            try openChannel()
            return nil
        }
        guard let counts = unsafe found?.pointee else { return nil }
        return unsafe QueueCounts(ready: Int(counts.message_count), consumers: Int(counts.consumer_count))
    }
}
