/// A value that both systems hold of a record (rules.md, "Fields"). The raw values are keys in the database.
///
/// A person (`salesperson`, `person`) is held as their canonical mail, which is all that the two systems share of them
/// (R1); a stage as its name (R15); the rest as `Canonical` says.
public enum Field: String, Sendable, Hashable, CaseIterable, Codable {
    // company; phone also of a contact
    case name, siret, website, phone, address1, address2, postalCode, city, country, salesperson
    // deal
    case title, amount, closeDay, stage
    // contact
    case civility, lastName, firstName, email, mobile, jobTitle
    // activity
    case date, subject, body, person

    /// Neither merged nor written. HubSpot's own id of a deal's stage stands in the snapshot, where it tells a deal
    /// that moved from a stage that was renamed (R15); an activity's type is named in the conflict of R20; a
    /// dependant's company stands in the snapshot as the id of its tiers, and tells who moved it (R12).
    case stageID, type, company

    /// What is merged of a record of this kind.
    public static func of(_ kind: Kind) -> [Field] {
        switch kind {
        case .company:
            [.name, .siret, .website, .phone, .address1, .address2, .postalCode, .city, .country, .salesperson]
        case .deal: [.title, .amount, .closeDay, .stage]
        case .contact: [.civility, .lastName, .firstName, .email, .phone, .mobile, .jobTitle]
        case .call, .meeting, .email: [.date, .subject, .body, .person]
        }
    }

    /// R19: what artis requires and HubSpot may lack; missing at creation blocks with `NAME_MISSING`.
    public static func required(_ kind: Kind) -> Set<Field> {
        switch kind {
        case .company: [.name]
        case .deal: [.title]
        case .contact: [.lastName, .firstName]
        case .call, .meeting, .email: []
        }
    }

    /// R18: what artis requires while a blank in HubSpot is an answer: it is neither filled there nor carried over.
    public static func keepEmpty(_ kind: Kind) -> Set<Field> { kind == .contact ? [.civility] : [] }
}
