import HTTP

/// Somewhere within the dashboard: a path and a query, encoded here and nowhere else. Ids and words of ours only: nothing
/// personal belongs into an address.
struct Place: Sendable, Hashable {
    let text: String

    init(_ segments: String..., query: [(String, String?)] = []) {
        self.init(segments, query: query)
    }

    init(_ segments: [String], query: [(String, String?)] = []) {
        let pairs = query.compactMap { name, value in value.map { "\(name.percentEncoded)=\($0.percentEncoded)" } }
        text = "/" + segments.map(\.percentEncoded).joined(separator: "/")
            + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
    }

    /// A place that came back to us in a form: a path of this site, and nothing that a browser reads as another one.
    init?(returned text: String) {
        guard text.utf8.count <= 2048, text.hasPrefix("/"), !text.hasPrefix("//"),
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") })
        else { return nil }
        self.text = text
    }

    static let overview = Place()
    static let signIn = Place("sign-in")
    static let signOut = Place("sign-out")
    static let language = Place("language")
    static let search = Place("search")

    /// Where to sign in, and go on from there.
    static func signIn(for place: Place) -> Place {
        place == .overview ? .signIn : Place("sign-in", query: [("to", place.text)])
    }
}
