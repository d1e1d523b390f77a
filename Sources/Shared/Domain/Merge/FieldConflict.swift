/// A field on which the two sides disagreed, and how it was settled (R24): recorded with both values.
public struct FieldConflict: Sendable, Hashable, Codable {
    public enum Cause: String, Sendable, Hashable, CaseIterable, Codable {
        /// R24: both sides changed it since the last sync, apart.
        case bothChanged = "both_changed"
        /// R24: two existing records were linked, and both had a value.
        case firstLink = "first_link"
        /// R19: a value that artis requires was cleared, and is filled again.
        case requiredCleared = "required_cleared"
        /// R17: the affaire is locked in artis.
        case locked
        /// R20: an action commerciale moved in artis to another HubSpot type.
        case typeMoved = "type_moved"
    }

    public var field: Field
    /// nil for an empty value, here and in `artis`.
    public var hubspot: String?
    public var artis: String?
    public var winner: System
    public var cause: Cause

    public init(field: Field, hubspot: String?, artis: String?, winner: System, cause: Cause) {
        self.field = field
        self.hubspot = hubspot
        self.artis = artis
        self.winner = winner
        self.cause = cause
    }
}
