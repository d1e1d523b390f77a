/// The seam between whoever calls HubSpot and the limiter. Called on the connection's own thread, and may block there
/// until the permit is due.
public typealias PermitSource = @Sendable (PermitRequest) -> PermitVerdict
