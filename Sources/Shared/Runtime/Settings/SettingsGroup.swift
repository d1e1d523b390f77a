/// Settings that belong together. A program names the groups that it uses, and only those are checked.
public protocol SettingsGroup: Sendable {
    /// Reads each value once. A faulty value leaves a stand-in, which nobody ever sees: ``Settings/read(_:from:)``
    /// throws before it hands out a group.
    init(from reader: inout SettingsReader)
}
