/// What an account of HubSpot has of our property `passerelle_ref`, for one kind (architecture.md, "HubSpot calls").
public enum ReferenceProperty: String, Sendable, Hashable, CaseIterable, Codable {
    /// With unique values: HubSpot itself refuses a second record, and reads the first by it.
    case unique
    /// Without, as some accounts insist for activities: a record is searched for by it, once searches know of it.
    case plain
    /// Nothing may be created: after a lost answer it could not be found again.
    case missing
}
