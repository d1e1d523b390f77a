import Domain

extension String {
    /// A text of the help pages, for whoever sits there. The parser breaks its lines at blanks: French punctuation
    /// stays with its word.
    static func help(fr french: String, en english: String) -> String {
        Language.current == .fr ? french.withBoundPunctuation : english
    }

    var withBoundPunctuation: String {
        var text = UnicodeScalarView()
        var last: Unicode.Scalar?
        for next in unicodeScalars {
            if last == " ", Self.closes(next) {
                text.removeLast()
                text.append("\u{A0}")
            }
            text.append(next == " " && last == "«" ? "\u{A0}" : next)
            last = next
        }
        return String(text)
    }

    private static func closes(_ mark: Unicode.Scalar) -> Bool {
        switch mark {
        case ":", ";", "?", "!", "»": true
        default: false
        }
    }
}
