import CRabbitMQ

/// The one door for the library's status codes.
func check(_ status: Int32, _ call: StaticString) throws(BrokerError) {
    if status >= AMQP_STATUS_OK.rawValue { return }
    let text = unsafe "\(call): \(String(cString: amqp_error_string2(status)))"
    switch amqp_status_enum(status) {
    case AMQP_STATUS_TIMEOUT: throw .timedOut("\(call)")
    case AMQP_STATUS_SSL_HOSTNAME_VERIFY_FAILED, AMQP_STATUS_SSL_PEER_VERIFY_FAILED: throw .untrusted(text)
    case AMQP_STATUS_BROKER_UNSUPPORTED_SASL_METHOD: throw .refused(code: 0, text: text)
    case AMQP_STATUS_INVALID_PARAMETER, AMQP_STATUS_TABLE_TOO_BIG, AMQP_STATUS_UNSUPPORTED, AMQP_STATUS_BAD_URL:
        throw .misuse(text)
    default: throw .unreachable(text)
    }
}

/// The one door for answers to questions: normal, an error of the library, or the broker's close of channel or connection.
func check(_ reply: amqp_rpc_reply_t, _ call: StaticString) throws(BrokerError) {
    switch unsafe reply.reply_type {
    case AMQP_RESPONSE_NORMAL: return
    case AMQP_RESPONSE_LIBRARY_EXCEPTION: try check(unsafe reply.library_error, call)
    case AMQP_RESPONSE_SERVER_EXCEPTION:
        if let reason = unsafe BrokerError(closing: reply.reply) { throw reason }
    default: break
    }
    throw .unreachable("\(call): the connection ended without an answer")
}

extension BrokerError {
    /// Source: AMQP 0-9-1, reply codes 403 access-refused and 530 not-allowed: only a person can help.
    private static let refusals = [403, 530]

    /// The reason in a channel.close or connection.close; nil for other methods.
    init?(closing method: amqp_method_t) {
        guard let decoded = unsafe method.decoded else { return nil }
        switch unsafe method.id {
        case AMQP_CHANNEL_CLOSE_METHOD:
            let close = unsafe decoded.load(as: amqp_channel_close_t.self)
            let (code, text) = unsafe (Int(close.reply_code), String(close.reply_text))
            self = Self.refusals.contains(code) ? .refused(code: code, text: text) : .channelClosed(code: code, text: text)
        case AMQP_CONNECTION_CLOSE_METHOD:
            let close = unsafe decoded.load(as: amqp_connection_close_t.self)
            let (code, text) = unsafe (Int(close.reply_code), String(close.reply_text))
            self = Self.refusals.contains(code) ? .refused(code: code, text: text) : .closed(code: code, text: text)
        default: return nil
        }
    }
}
