/// Whether a company of HubSpot may start to sync (R8), and if not, what is lacking.
public enum TriggerVerdict: Sendable, Hashable, CaseIterable {
    /// Stage and box held at one moment since the last look.
    case held
    case lifecycleNotReached
    /// The box is off.
    case notRequested
    /// The parameter is missing in artis, or names no stage of the account.
    case notSet
}
