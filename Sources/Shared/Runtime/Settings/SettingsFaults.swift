/// All faults of the settings that a program uses, together, so that one look repairs them all.
public struct SettingsFaults: Error, Hashable, CustomStringConvertible {
    public let faults: [SettingFault]

    /// `EX_CONFIG` of sysexits.h.
    public static let exitCode: Int32 = 78

    public var description: String {
        let title = faults.count == 1 ? "1 setting is wrong" : "\(faults.count) settings are wrong"
        return ([title + ":"] + faults.map { "  \($0)" }).joined(separator: "\n")
    }
}
