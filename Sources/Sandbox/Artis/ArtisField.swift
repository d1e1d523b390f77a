/// One field of a collection: its name, whether artis requires it, and what it may hold.
struct ArtisField: Sendable {
    /// What a field may hold, as `artis-port.md` writes it.
    enum Kind: Sendable {
        /// Free text of at most so many characters.
        case text(Int)
        /// A SIRET: digits compared, unique among living tiers; its spelling is the user's own affair.
        case siret
        /// A decimal string with two digits.
        case amount
        /// `YYYY-MM-DD`.
        case day
        /// RFC 3339, UTC.
        case instant
        case choice([String])
        /// The id of a living record.
        case record(ArtisCollection)
        /// A list of such ids.
        case records(ArtisCollection)
        /// The id of a collaborateur, active or not.
        case person
        /// A code of the label table *Qualité personne*.
        case title
        /// `[{collaborateur, role}]`, the role being a code of *Rôle commercial*.
        case secondaries
        /// Worked out by artis; nobody writes it.
        case derived
    }

    let name: String
    let kind: Kind
    let required: Bool

    init(_ name: String, _ kind: Kind, required: Bool = false) {
        self.name = name
        self.kind = kind
        self.required = required
    }
}
