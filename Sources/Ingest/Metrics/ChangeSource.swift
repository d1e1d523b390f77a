/// Who told a change.
enum ChangeSource: String, CaseIterable {
    case webhook
    /// A search of ours.
    case poll
    /// The change feed of artis.
    case feed
}
