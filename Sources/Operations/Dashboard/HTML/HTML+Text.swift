extension HTML {
    /// The markup.
    var markup: String {
        var out = ""
        write(to: &out)
        return out
    }

    private func write(to out: inout String) {
        switch self {
        case .text(let text): Self.escape(text, into: &out)
        case .group(let pieces): for piece in pieces { piece.write(to: &out) }
        case .element(let tag, let attributes, let content):
            out += "<\(tag.name)"
            for attribute in attributes {
                out += " \(attribute.name)"
                guard let value = attribute.value else { continue }
                out += "=\""
                Self.escape(value, into: &out)
                out += "\""
            }
            out += ">"
            guard !tag.isVoid else { return }
            for piece in content { piece.write(to: &out) }
            out += "</\(tag.name)>"
        }
    }

    /// For text and for values in double quotes alike.
    private static func escape(_ text: String, into out: inout String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            // What HTML cannot hold: controls but for white space.
            case "\u{0}"..<"\u{9}", "\u{B}", "\u{C}", "\u{E}"..<"\u{20}", "\u{7F}"..<"\u{A0}": out += "\u{FFFD}"
            default: out.unicodeScalars.append(scalar)
            }
        }
    }
}
