/// What comes with every write: when, by whom, and on whose behalf.
struct ArtisCause: Sendable {
    /// Microseconds since 1970.
    let at: Int
    let author: ArtisWrite.Author
    /// The `X-Origine` header.
    var origin: String?
}
