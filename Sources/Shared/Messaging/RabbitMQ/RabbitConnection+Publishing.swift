import CRabbitMQ

extension RabbitConnection {
    /// From here on the broker acks or nacks each message, numbered from 1.
    func confirmPublishes() throws(BrokerError) {
        _ = unsafe amqp_confirm_select(handle, Self.channel)
        try answered("asking for confirms")
    }

    /// Sends a message, persistent and mandatory. The correlation id comes back with a return, which bears no number.
    func publish(_ message: OutgoingMessage, correlationID: String) throws(BrokerError) {
        var properties = unsafe amqp_basic_properties_t()
        var flags =
            AMQP_BASIC_CONTENT_TYPE_FLAG | AMQP_BASIC_DELIVERY_MODE_FLAG | AMQP_BASIC_MESSAGE_ID_FLAG
            | AMQP_BASIC_CORRELATION_ID_FLAG | AMQP_BASIC_HEADERS_FLAG
        unsafe properties.content_type = arena.bytes("application/json")
        unsafe properties.delivery_mode = UInt8(AMQP_DELIVERY_PERSISTENT.rawValue)
        unsafe properties.message_id = arena.bytes(message.messageID)
        unsafe properties.correlation_id = arena.bytes(correlationID)
        unsafe properties.headers = arena.table(message.headers.mapValues { .text($0) })
        if let type = message.type {
            flags |= AMQP_BASIC_TYPE_FLAG
            unsafe properties.type = arena.bytes(type)
        }
        unsafe properties._flags = amqp_flags_t(flags)
        let status = unsafe amqp_basic_publish(
            handle, Self.channel, arena.bytes(message.exchange), arena.bytes(message.routingKey), 1, 0, &properties,
            arena.bytes(message.body))
        arena.reset()
        try check(status, "publishing")
    }
}
