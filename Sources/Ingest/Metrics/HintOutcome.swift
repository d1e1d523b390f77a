/// Whether the broker has a hint.
enum HintOutcome: String, CaseIterable {
    case confirmed, unconfirmed
}
