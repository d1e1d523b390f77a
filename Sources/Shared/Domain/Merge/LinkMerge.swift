/// What becomes of the link between an activity and one contact or deal, both synced (R21): a three-way merge of what
/// each system holds now and held at the last look.
public enum LinkMerge: Sendable, Hashable {
    case agreed
    case add(System)
    case remove(System)

    /// A link that both had goes where either side has taken it away; any other is added where it lacks, also one to a
    /// record that was not synced at the last look.
    public init(hubspot: Bool, artis: Bool, last: (hubspot: Bool, artis: Bool)) {
        let wasShared = last.hubspot && last.artis
        switch (hubspot, artis) {
        case (true, true), (false, false): self = .agreed
        case (true, false): self = wasShared ? .remove(.hubspot) : .add(.artis)
        case (false, true): self = wasShared ? .remove(.artis) : .add(.hubspot)
        }
    }
}
