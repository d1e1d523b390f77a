/// The links of one artis field (`interlocuteurs`, `affaires`) as HubSpot wants them (R21): links that people made in
/// artis to records which HubSpot does not know stay.
public struct LinkWish: Sendable, Hashable {
    public var field: String
    public var wanted: Set<String>
    /// Linked at the last look, and not any more.
    public var removed: Set<String>

    public init(field: String, wanted: Set<String>, removed: Set<String>) {
        self.field = field
        self.wanted = wanted
        self.removed = removed
    }

    /// The list to write, or nil when the present one will do.
    func write(over present: Set<String>) -> [String]? {
        let target = present.union(wanted).subtracting(removed.subtracting(wanted))
        return target == present ? nil : target.sorted()
    }
}
