/// Character references of HTML: the names of Latin-1 and of what word processors write, and all numbers.
enum HTMLEntity {
    /// - Parameter text: begins with `&`.
    /// - Returns: the character and the length of its reference; nil when this is none, and the `&` is text.
    static func decode(_ text: ArraySlice<Unicode.Scalar>) -> (Unicode.Scalar, length: Int)? {
        let body = text.dropFirst().prefix(12).prefix { $0 != ";" }
        let end = body.endIndex
        guard !body.isEmpty, end < text.endIndex, text[end] == ";" else { return nil }
        let decoded = body.first == "#" ? number(body.dropFirst()) : named[Canonical.string(body)]
        return decoded.map { ($0, end + 1 - text.startIndex) }
    }

    /// A number that is no character gives the replacement character, as in browsers.
    private static func number(_ digits: ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
        let isHex = digits.first == "x" || digits.first == "X"
        let text = Canonical.string(isHex ? digits.dropFirst() : digits)
        guard text.utf8.first != UInt8(ascii: "+"), let value = UInt32(text, radix: isHex ? 16 : 10) else { return nil }
        guard value != 0, let scalar = Unicode.Scalar(value) else { return "\u{FFFD}" }
        return scalar
    }

    private static let named: [String: Unicode.Scalar] = {
        var table: [String: Unicode.Scalar] = [
            "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "euro": "€", "hellip": "…", "ndash": "–",
            "mdash": "—", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„",
            "lsaquo": "‹", "rsaquo": "›", "bull": "•", "trade": "™", "oelig": "œ", "OElig": "Œ", "Yuml": "Ÿ",
            "permil": "‰", "thinsp": "\u{2009}", "ensp": "\u{2002}", "emsp": "\u{2003}", "zwnj": "\u{200C}",
            "zwj": "\u{200D}", "minus": "\u{2212}", "larr": "←", "rarr": "→", "check": "✓",
        ]
        for (offset, name) in latin1.split(separator: " ").enumerated() {
            table[String(name)] = Unicode.Scalar(UInt8(0xA0 + offset))
        }
        return table
    }()

    /// U+00A0 to U+00FF, in order.
    private static let latin1 = """
        nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr \
        deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest \
        Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
        ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig \
        agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml \
        eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
        """
}
