import HTTP

/// What a call to artis is for, told by its path (artis-port.md).
enum ArtisOperationName: String, CaseIterable {
    case read, write, feed
    /// A page of a whole collection.
    case list
    /// Parameters, tables, persons, and whether it lives.
    case reference

    private static let collections: Set<Substring> = ["tiers", "affaires", "interlocuteurs", "actions"]

    init(_ request: HTTPRequest) {
        let path = request.url.prefix { $0 != "?" }
        switch path.split(separator: "/").last {
        case "lecture": self = .read
        case "lots": self = .write
        case "changements": self = .feed
        case let name? where Self.collections.contains(name): self = .list
        default: self = .reference
        }
    }
}
