import Domain

/// What a colour means; nothing is told by colour alone.
enum Tint: String, Sendable {
    case good = "32"
    case uneasy = "33"
    case bad = "31"
    case heading = "1"
    case aside = "2"

    /// `text` between the terminal's codes (ECMA-48, select graphic rendition).
    func applied(to text: String) -> String { "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" }

    init?(_ state: State) {
        switch state {
        case .synced: self = .good
        case .pending, .waiting, .retrying: self = .uneasy
        case .blocked, .failed: self = .bad
        case .notEligible, .stopped: self = .aside
        }
    }
}
