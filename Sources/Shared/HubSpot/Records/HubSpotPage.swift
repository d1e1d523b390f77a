/// One page of a search or of a listing.
public struct HubSpotPage: Sendable, Equatable {
    public var objects: [HubSpotObject]
    /// Of all pages of a search; a listing tells of none but its own.
    public var total: Int
    /// Where the next page begins; nil on the last.
    public var after: String?

    public init(objects: [HubSpotObject], total: Int, after: String? = nil) {
        self.objects = objects
        self.total = total
        self.after = after
    }
}
