/// What tasks ask of a publisher's loop.
enum PublishOrder: Sendable {
    case publish(PublishRequest)
    case stop(by: ContinuousClock.Instant)
}
