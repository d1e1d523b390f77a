/// The two systems that are kept in step.
public enum System: String, Sendable, Hashable, CaseIterable, Codable {
    case hubspot, artis

    public var other: System { self == .hubspot ? .artis : .hubspot }
}
