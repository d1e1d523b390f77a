/// What a connection is held for. Called by its loop, on the loop's thread only.
protocol ChannelDuty: AnyObject {
    /// Makes a new channel ready: declare, then consume or ask for confirms.
    func opened(_ connection: RabbitConnection, epoch: UInt64) throws(BrokerError)
    /// Takes one thing that the broker said.
    func received(_ incoming: Incoming, _ connection: RabbitConnection) throws(BrokerError)
    /// Carries out orders. Called after whatever was received.
    func turn(_ connection: RabbitConnection) throws(BrokerError) -> LoopPace
    /// The channel is gone, and with it all that was under way on it.
    func closed()
    /// Keeps the books while there is no connection; true when the duty is over and none is wanted any more.
    func idle() -> Bool
}

/// What a loop does after a turn.
enum LoopPace {
    /// There is more to do at once.
    case again
    /// Wait for the broker, for an order, or for this moment.
    case rest(until: ContinuousClock.Instant?)
    /// Close the connection in order, and end.
    case finished
}
