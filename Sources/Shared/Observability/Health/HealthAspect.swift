/// What a check is for.
public enum HealthAspect: String, Sendable, Hashable, CaseIterable {
    /// The process does its work at all; if not, only a restart helps. Peers that are away do not count.
    case alive
    /// It can take work now.
    case ready
}
