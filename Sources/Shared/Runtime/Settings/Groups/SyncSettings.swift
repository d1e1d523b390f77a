public import Domain

/// What the two systems agree on and an operator may choose.
public struct SyncSettings: SettingsGroup, Hashable {
    /// The side that wins when both changed apart (R24).
    public let conflictWins: System
    /// Local time of the nightly reconciliation, nil for never (R29).
    public let reconcileAt: TimeOfDay?

    public init(conflictWins: System = .artis, reconcileAt: TimeOfDay? = TimeOfDay(hour: 2, minute: 30)) {
        self.conflictWins = conflictWins
        self.reconcileAt = reconcileAt
    }

    public init(from reader: inout SettingsReader) {
        conflictWins = reader.choice(.conflictWins, default: .artis)
        reconcileAt = reader.timeOfDay(.reconcileAt, default: TimeOfDay(hour: 2, minute: 30))
    }
}
