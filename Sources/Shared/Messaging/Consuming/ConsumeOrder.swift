/// What tasks ask of a consumer's loop.
enum ConsumeOrder: Sendable {
    case ack([DeliveryTag])
    case reject([DeliveryTag], requeue: Bool)
    case pause
    case resume
    case stop(by: ContinuousClock.Instant)
}
