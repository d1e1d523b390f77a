/// One change of artis' state, as it is kept: applied again from the first to the last, they give the state back.
enum ArtisEntry: Equatable, Sendable {
    case write(ArtisWrite, ArtisRecord)
    /// A parameter set, or taken away.
    case parameter(code: String, value: String?)
    case labels(table: String, lines: [ArtisLabel])
    case decisions([ArtisDecision])
    case person(ArtisPerson)
    case settings(ArtisSettings)
    /// What the generator expects of its records in the end.
    case expectations(JSON)
}
