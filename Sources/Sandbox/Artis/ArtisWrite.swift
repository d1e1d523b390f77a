/// One write as artis took it: the history that a judge reads, and the change feed's only source.
struct ArtisWrite: Equatable, Sendable {
    enum Operation: String, Sendable {
        case creation, modification, suppression, restauration

        /// The feed knows three: a restored record comes as `creation` under its old id.
        var inFeed: String { self == .restauration ? "creation" : rawValue }
    }

    /// Who wrote: a caller of the port, or a person at the ERP's own screens.
    enum Author: String, Sendable {
        case port, personne
    }

    /// From 1, without a gap: the order in which artis took its writes.
    let sequence: Int
    /// Microseconds since 1970.
    let at: Int
    let collection: ArtisCollection
    let operation: Operation
    let id: String
    let version: Int
    /// The idempotency key, and a digest of the operation it came with.
    let key: String?
    let digest: String?
    let reference: String?
    /// The `X-Origine` header.
    let origin: String?
    let author: Author
    /// The tiers that the record hangs on after this write; nil for a tiers.
    let tiers: String?
    /// False when the record held all of it already: no new version, nothing in the feed.
    let effective: Bool
}
