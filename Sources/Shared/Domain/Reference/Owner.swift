/// A user of HubSpot as its owners list gives it (R1). An owner's id is not its user id (R2, R3).
public struct Owner: Sendable, Hashable, Codable {
    public var id: ID<HubSpotOwner>
    /// Of an archived owner HubSpot may not tell it.
    public var userID: ID<HubSpotUser>?
    public var mail: String
    public var archived: Bool

    public init(id: ID<HubSpotOwner>, userID: ID<HubSpotUser>?, mail: String, archived: Bool = false) {
        self.id = id
        self.userID = userID
        self.mail = mail
        self.archived = archived
    }
}
