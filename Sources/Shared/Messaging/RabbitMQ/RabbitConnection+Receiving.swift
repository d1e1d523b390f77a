import CRabbitMQ
import Glibc

extension RabbitConnection {
    /// The next thing that the broker said; nil when it is silent. Never waits. Sends a heartbeat when one is due.
    func next() throws(BrokerError) -> Incoming? {
        while true {
            var frame = unsafe amqp_frame_t()
            var atOnce = timeval()
            let status = unsafe amqp_simple_wait_frame_noblock(handle, &frame, &atOnce)
            if status == AMQP_STATUS_TIMEOUT.rawValue { return nil }
            try check(status, "reading a frame")
            if let incoming = unsafe interpret(frame) { return incoming }
        }
    }

    private func interpret(_ frame: amqp_frame_t) -> Incoming? {
        switch unsafe Int32(frame.frame_type) {
        case AMQP_FRAME_METHOD: return unsafe method(frame.payload.method)
        case AMQP_FRAME_HEADER:
            let header = unsafe frame.payload.properties
            let properties = unsafe header.decoded?.load(as: amqp_basic_properties_t.self)
            return unsafe assembly.header(
                size: header.body_size, properties.map { unsafe MessageProperties($0) } ?? MessageProperties())
        case AMQP_FRAME_BODY: return unsafe assembly.body([UInt8](frame.payload.body_fragment))
        default: return nil
        }
    }

    private func method(_ method: amqp_method_t) -> Incoming? {
        guard let decoded = unsafe method.decoded else { return nil }
        switch unsafe method.id {
        case AMQP_BASIC_DELIVER_METHOD, AMQP_BASIC_RETURN_METHOD:
            unsafe open(method.id, decoded)
            return nil
        case AMQP_BASIC_ACK_METHOD:
            let ack = unsafe decoded.load(as: amqp_basic_ack_t.self)
            return .acked(tag: ack.delivery_tag, multiple: ack.multiple != 0)
        case AMQP_BASIC_NACK_METHOD:
            let nack = unsafe decoded.load(as: amqp_basic_nack_t.self)
            return .nacked(tag: nack.delivery_tag, multiple: nack.multiple != 0)
        case AMQP_BASIC_CANCEL_METHOD:
            return unsafe .cancelled(consumerTag: String(decoded.load(as: amqp_basic_cancel_t.self).consumer_tag))
        case AMQP_CONNECTION_BLOCKED_METHOD:
            return unsafe .blocked(reason: String(decoded.load(as: amqp_connection_blocked_t.self).reason))
        case AMQP_CONNECTION_UNBLOCKED_METHOD: return .unblocked
        case AMQP_CONNECTION_CLOSE_METHOD: return unsafe BrokerError(closing: method).map { .connectionClosed($0) }
        case AMQP_CHANNEL_CLOSE_METHOD:
            let close = unsafe decoded.load(as: amqp_channel_close_t.self)
            return unsafe .channelClosed(code: Int(close.reply_code), text: String(close.reply_text))
        default: return nil
        }
    }

    /// A method whose content follows in frames of its own.
    private func open(_ id: amqp_method_number_t, _ decoded: UnsafeMutableRawPointer) {
        if id == AMQP_BASIC_DELIVER_METHOD {
            let deliver = unsafe decoded.load(as: amqp_basic_deliver_t.self)
            unsafe assembly.open(
                .delivery(
                    consumerTag: String(deliver.consumer_tag), number: deliver.delivery_tag,
                    redelivered: deliver.redelivered != 0, exchange: String(deliver.exchange),
                    routingKey: String(deliver.routing_key)))
        } else {
            let returned = unsafe decoded.load(as: amqp_basic_return_t.self)
            unsafe assembly.open(.returned(code: Int(returned.reply_code), text: String(returned.reply_text)))
        }
    }
}
