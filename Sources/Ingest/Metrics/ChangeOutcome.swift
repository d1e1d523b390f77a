/// What a change that was told led to.
enum ChangeOutcome: String, CaseIterable {
    /// Its pair is to be looked at.
    case accepted
    /// What our own write caused, or leaves the record as we know it (R25).
    case echo
    /// Told before, or of a record that is none of ours.
    case known
}
