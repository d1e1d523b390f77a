/// One line of a label table.
struct ArtisLabel: Equatable, Sendable {
    var position: Int
    var code: String
    var libelle: String
    var actif: Bool
}

/// One line of `TD_HubspotAction` (R20); `*` matches anything.
struct ArtisDecision: Equatable, Sendable {
    var position: Int
    var domaine: String
    var type: String
    var motif: String
    var resultat: String
}

/// A collaborateur; `commercial` is true for those who sell.
struct ArtisPerson: Equatable, Sendable {
    var id: String
    var mail: String
    var nom: String
    var prenom: String
    var actif: Bool
    var commercial: Bool
}

/// What of the sandbox's artis a test may turn.
struct ArtisSettings: Equatable, Sendable {
    /// A change older than this is no longer told: a cursor before it is answered 410.
    var horizonFluxSecondes: Double = 7 * 86_400
    /// How long an idempotency key is remembered.
    var conservationClesSecondes: Double = 7 * 86_400
}

/// The names of the tables that the port serves.
enum ArtisTableName {
    static let roles = "role-commercial"
    static let titles = "qualite-personne"
    static let actions = "TD_HubspotAction"
}
