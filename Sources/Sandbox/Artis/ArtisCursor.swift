/// The opaque places that the port hands out: in the change feed, and within a listing.
enum ArtisCursor {
    /// A place in the feed: after the write of this sequence.
    static func feed(_ sequence: Int) -> String { "f" + String(sequence, radix: 36) }

    /// - Throws: `REQUETE_INVALIDE` for what the port never handed out.
    static func sequence(_ cursor: String) throws(ArtisRefusal) -> Int {
        guard cursor.hasPrefix("f"), let value = Int(cursor.dropFirst(), radix: 36), value >= 0 else {
            throw ArtisRefusal(.badRequest, "Curseur illisible", field: "depuis")
        }
        return value
    }

    /// A place in a listing: what comes after `position`, in a listing that began at `sequence` of the feed.
    static func listing(after position: Int, sequence: Int) -> String {
        "l" + String(position, radix: 36) + "-" + String(sequence, radix: 36)
    }

    /// - Throws: `REQUETE_INVALIDE` for what the port never handed out.
    static func place(_ cursor: String) throws(ArtisRefusal) -> (position: Int, sequence: Int) {
        let parts = cursor.dropFirst().split(separator: "-")
        guard cursor.hasPrefix("l"), parts.count == 2, let position = Int(parts[0], radix: 36),
            let sequence = Int(parts[1], radix: 36), position >= 0, sequence >= 0
        else { throw ArtisRefusal(.badRequest, "Curseur illisible", field: "suite") }
        return (position, sequence)
    }
}
