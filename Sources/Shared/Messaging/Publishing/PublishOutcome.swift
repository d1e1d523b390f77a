/// What became of one published message.
public enum PublishOutcome: Sendable, Equatable {
    /// The broker has it, in a queue, on disk.
    case confirmed
    /// No queue is bound for its key: the broker has dropped it.
    case returned(code: Int, text: String)
    /// The broker could not take it (nack), or AMQP cannot carry it.
    case refused
    /// The connection was lost, or the deadline came, before the confirm: the broker may have it or not.
    case unknown
}
