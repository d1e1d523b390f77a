public import Domain

/// Which of these contacts hold a mail that keeps another contact blocked (R28): a change of theirs may free it, so they
/// are looked at though they are neither linked nor ticked.
public struct NamedHolders: Statement {
    public var contacts: [ID<HubSpotRecord>]

    public init(among contacts: [ID<HubSpotRecord>]) { self.contacts = contacts }

    public static let sql = """
        SELECT DISTINCT detail FROM pair
        WHERE reason = 'CONTACT_DUPLICATE' AND state = 'blocked' AND detail = ANY ($1::text[])
        """

    public var parameters: [Parameter] { [.textArray(contacts.map(\.rawValue))] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> ID<HubSpotRecord> { ID(try row.text(0)) }
}
