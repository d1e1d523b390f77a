extension Canonical {
    /// The body of an activity as plain text: blanks in a row become one, lines are trimmed, at most one empty line
    /// stands between two others.
    public static func body(_ text: String) -> String {
        var lines: [[Unicode.Scalar]] = [[]]
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars where !isControl(scalar) {
            defer { previous = scalar }
            if scalar == "\n" && previous == "\r" { continue }
            if lineBreaks.contains(scalar) {
                lines.append([])
            } else if blanks.contains(scalar) {
                if let last = lines[lines.count - 1].last, last != " " { lines[lines.count - 1].append(" ") }
            } else {
                lines[lines.count - 1].append(scalar)
            }
        }
        let trimmedLines = lines.map(trimmed)
        let kept = trimmedLines.indices.filter {
            !trimmedLines[$0].isEmpty || ($0 > 0 && !trimmedLines[$0 - 1].isEmpty)
        }
        return self.text(kept.map { trimmedLines[$0] }.joined(separator: "\n"))
    }

    /// The text of an HTML body (R24), in the form of `body`. A text without markup passes as it is.
    public static func body(html: String) -> String { body(HTMLText.read(html)) }

    /// The HTML that shows this text: `body(html: html(text)) == body(text)`.
    public static func html(_ text: String) -> String {
        var html = ""
        for scalar in body(text).unicodeScalars {
            switch scalar {
            case "&": html += "&amp;"
            case "<": html += "&lt;"
            case ">": html += "&gt;"
            case "\"": html += "&quot;"
            case "\n": html += "<br>"
            default: html.unicodeScalars.append(scalar)
            }
        }
        return html
    }

    private static let lineBreaks: Set<Unicode.Scalar> = [
        "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}",
    ]
    /// The no-break space is among them, because HubSpot's editor writes it for a second blank.
    private static let blanks: Set<Unicode.Scalar> = [" ", "\t", "\u{A0}"]
}
