import HTTP

extension FleetUnderTest {
    /// How often the broker of this fleet delivers a message before it takes it for poison; 20 as shipped.
    public func setDeliveryLimit(_ limit: Int) async throws { try await broker.setDeliveryLimit(limit) }

    /// The broker comes back without a queue or a message, as after the loss of its disk.
    public func loseQueues() async throws { try await broker.empty() }
}
