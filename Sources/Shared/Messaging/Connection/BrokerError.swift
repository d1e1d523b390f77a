/// Why a conversation with the broker ended, sorted by what comes next.
public enum BrokerError: Error, Sendable, Equatable {
    /// The world failed (network, name look-up, heartbeat, broker going down): try again later.
    case unreachable(String)
    /// A call had no answer within its deadline: try again later, on a new connection.
    case timedOut(String)
    /// The broker closed the connection (an operator, a restart): connect again.
    case closed(code: Int, text: String)
    /// The broker closed the channel over something we asked (a queue that is missing, other arguments): connect
    /// again, and tell a person when it repeats.
    case channelClosed(code: Int, text: String)
    /// User, password, virtual host or permission refused: someone must act; asked again slowly.
    case refused(code: Int, text: String)
    /// The certificate of an `amqps://` broker is not to be trusted: someone must act.
    case untrusted(String)
    /// The library was called wrongly: a fault of this program.
    case misuse(String)
}

extension BrokerError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreachable(let detail): "the broker cannot be reached: \(detail)"
        case .timedOut(let call): "the broker did not answer in time: \(call)"
        case .closed(let code, let text): "the broker closed the connection: \(code) \(text)"
        case .channelClosed(let code, let text): "the broker closed the channel: \(code) \(text)"
        case .refused(let code, let text): "the broker refuses us: \(code) \(text)"
        case .untrusted(let detail): "the broker's certificate is not trusted: \(detail)"
        case .misuse(let detail): "the broker was called wrongly: \(detail)"
        }
    }
}
