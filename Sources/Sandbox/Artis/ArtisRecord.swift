/// One record of artis, living or deleted.
struct ArtisRecord: Equatable, Sendable {
    let id: String
    /// Its place in the order of creation within the collection, from 1: listings follow it.
    let ordinal: Int
    /// Grows by one with every change.
    var version: Int
    /// Microseconds since 1970.
    var modified: Int
    var reference: String?
    /// Only fields that hold something.
    var fields: [String: JSON]
    var deleted = false

    /// A field's text, or nil where it is empty or no text.
    func text(_ field: String) -> String? { fields[field]?.text }
}
