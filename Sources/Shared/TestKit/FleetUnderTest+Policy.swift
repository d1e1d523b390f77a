import HTTP

extension FleetUnderTest {
    /// How often the broker of this fleet delivers a message before it takes it for poison; 20 as shipped.
    public func setDeliveryLimit(_ limit: Int) async throws { try await broker.setDeliveryLimit(limit) }
}
