/// What people read: French or English.
public enum Language: String, Sendable, Hashable, CaseIterable, Codable {
    case fr, en

    /// - Parameter locale: what `LANG` holds, such as `fr_FR.UTF-8`; anything but French reads English.
    public init(locale: String?) {
        self = locale?.split(whereSeparator: { "_.-@".contains($0) }).first?.lowercased() == "fr" ? .fr : .en
    }
}
