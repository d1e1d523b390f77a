/// Names a delivery towards the broker. It dies with the channel that it came on: an ack of an older epoch is dropped,
/// since the broker has long queued that message again.
public struct DeliveryTag: Sendable, Hashable {
    let epoch: UInt64
    let number: UInt64
}
