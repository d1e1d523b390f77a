import HTTPTypes

/// A page as its maker hands it over, to be put into the frame that all share.
struct View: Sendable {
    var title: String
    /// The entry of the navigation that is current.
    var entry: Entry?
    var status = HTTPResponse.Status.ok
    /// Fetched again every few seconds while somebody looks.
    var isLive = true
    var content: HTML

    init(
        _ title: String, _ entry: Entry? = nil, status: HTTPResponse.Status = .ok, isLive: Bool = true,
        @HTMLBuilder content: () -> HTML
    ) {
        self.title = title
        self.entry = entry
        self.status = status
        self.isLive = isLive
        self.content = content()
    }
}
