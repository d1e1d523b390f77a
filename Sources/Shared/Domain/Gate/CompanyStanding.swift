/// Where the company that a dependant hangs on stands, as its row tells (R13).
public enum CompanyStanding: Sendable, Hashable, CaseIterable {
    /// Nobody has looked at it yet: it is made known and queued, ahead of its dependants.
    case unknown
    /// Known, and its sync has not begun.
    case notSynced
    /// Latched and not stopped, whatever its other state.
    case open
    case stopped
}
