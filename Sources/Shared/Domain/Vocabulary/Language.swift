/// What people read: French or English, from `LANG`.
public enum Language: String, Sendable, Hashable, CaseIterable, Codable {
    case fr, en
}
