import CRabbitMQ

extension RabbitConnection {
    /// Starts a consumer with a prefetch of its own (quorum queues know no prefetch per channel).
    func consume(queue: String, consumerTag: String, prefetch: UInt16) throws(BrokerError) {
        _ = unsafe amqp_basic_qos(handle, Self.channel, 0, prefetch, 0)
        try answered("setting the prefetch")
        _ = unsafe amqp_basic_consume(
            handle, Self.channel, arena.bytes(queue), arena.bytes(consumerTag), 0, 0, 0, arena.table([:]))
        try answered("consuming")
    }

    func cancel(consumerTag: String) throws(BrokerError) {
        _ = unsafe amqp_basic_cancel(handle, Self.channel, arena.bytes(consumerTag))
        try answered("cancelling a consumer")
    }

    func ack(_ number: UInt64) throws(BrokerError) {
        try check(unsafe amqp_basic_ack(handle, Self.channel, number, 0), "acknowledging")
    }

    func reject(_ number: UInt64, requeue: Bool) throws(BrokerError) {
        try check(unsafe amqp_basic_nack(handle, Self.channel, number, 0, requeue ? 1 : 0), "rejecting")
    }
}
