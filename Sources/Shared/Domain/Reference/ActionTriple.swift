/// Domaine, type and motif d'action: what artis sorts its actions commerciales by (R20).
public struct ActionTriple: Sendable, Hashable, Codable {
    public var domain: String
    public var type: String
    public var motive: String

    public init(domain: String, type: String, motive: String) {
        self.domain = domain
        self.type = type
        self.motive = motive
    }
}
