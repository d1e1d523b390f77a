/// One page of a search.
public struct HubSpotPage: Sendable, Equatable {
    public var objects: [HubSpotObject]
    /// Of all pages.
    public var total: Int
    /// Where the next page begins; nil on the last.
    public var after: String?

    public init(objects: [HubSpotObject], total: Int, after: String? = nil) {
        self.objects = objects
        self.total = total
        self.after = after
    }
}
