/// The values last synced, as each side gave them: what a system answers to our write becomes its last synced value
/// (R24).
///
/// Two sides and not one, because a system may hold a value in a form of its own (a shortened text, a default of R18),
/// which must not look like a change.
public struct Snapshot: Sendable, Hashable, Codable {
    public var hubspot: Values
    public var artis: Values

    public init(hubspot: Values, artis: Values) {
        self.hubspot = hubspot
        self.artis = artis
    }

    public subscript(system: System) -> Values {
        get { system == .hubspot ? hubspot : artis }
        set {
            switch system {
            case .hubspot: hubspot = newValue
            case .artis: artis = newValue
            }
        }
    }
}
