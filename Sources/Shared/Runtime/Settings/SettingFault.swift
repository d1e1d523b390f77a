/// One wrong or missing setting: its name, what was given and what is allowed.
public struct SettingFault: Sendable, Hashable, CustomStringConvertible {
    /// The variable at fault: the setting's own, or its `_FILE`.
    public let variable: String
    /// What was given, secrets masked; nil when the setting is missing.
    public let given: String?
    /// What would be right, in words, with the remedy where there is one.
    public let allowed: String

    public var description: String {
        if let given {
            "\(variable): \(given) was given; allowed: \(allowed)"
        } else {
            "\(variable): missing; needed: \(allowed)"
        }
    }
}
