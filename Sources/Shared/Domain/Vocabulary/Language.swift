/// What people read: French or English.
public enum Language: String, Sendable, Hashable, CaseIterable, Codable {
    case fr, en

    /// - Parameter locale: what `LANG` holds, such as `fr_FR.UTF-8`; anything but French reads English.
    public init(locale: String?) {
        self = locale?.split(whereSeparator: { "_.-@".contains($0) }).first?.lowercased() == "fr" ? .fr : .en
    }

    /// From the environment, as POSIX orders its variables: the first that is not empty decides.
    public init(environment: [String: String]) {
        self.init(locale: ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty })
    }
}
