/// A collaborateur of artis.net (R1).
public struct ArtisPerson: Sendable, Hashable, Codable {
    public var id: ID<Collaborateur>
    public var mail: String
    public var active: Bool
    /// Whether they sell.
    public var commercial: Bool

    public init(id: ID<Collaborateur>, mail: String, active: Bool = true, commercial: Bool = true) {
        self.id = id
        self.mail = mail
        self.active = active
        self.commercial = commercial
    }
}
