public import Domain

extension HubSpotAssociation {
    /// HubSpot's number for an association, as a write names it (hubspot.md, "Associations v4").
    ///
    /// - Parameters:
    ///   - kind: the end that hangs on the other.
    ///   - primary: takes the mark from the company that had it; activities have no primary company.
    /// - Returns: nil for two kinds that we never associate.
    public static func typeID(from kind: Kind, to other: Kind, primary: Bool) -> Int? {
        switch (kind, other) {
        case (.contact, .company): primary ? 1 : 279
        case (.deal, .company): primary ? 5 : 341
        case (.deal, .contact): 3
        case (.contact, .deal): 4
        case (.call, .company): 182
        case (.call, .contact): 194
        case (.call, .deal): 206
        case (.meeting, .company): 188
        case (.meeting, .contact): 200
        case (.meeting, .deal): 212
        case (.email, .company): 186
        case (.email, .contact): 198
        case (.email, .deal): 210
        case (.company, _), (.deal, _), (.contact, _), (.call, _), (.meeting, _), (.email, _): nil
        }
    }
}
