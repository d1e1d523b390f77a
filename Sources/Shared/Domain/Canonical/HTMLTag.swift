/// One tag of an HTML body, and where the text goes on behind it.
struct HTMLTag {
    /// Lower case; empty for a comment or a declaration.
    var name: String
    /// Whether it is a closing tag.
    var closes: Bool
    var end: Int

    /// Tags that begin a line of their own.
    static let blocks: Set<String> = [
        "p", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr",
        "section", "article", "header", "footer", "dt", "dd",
    ]
    static let comment: [Unicode.Scalar] = ["<", "!", "-", "-"]

    init(name: String, closes: Bool, end: Int) {
        self.name = name
        self.closes = closes
        self.end = end
    }

    /// - Parameter tag: from `<` to `>`.
    init(_ tag: ArraySlice<Unicode.Scalar>) {
        closes = tag.dropFirst().first == "/"
        let letters = tag.dropFirst(closes ? 2 : 1).prefix {
            ("a"..."z").contains(Self.lowercase($0)) || ("0"..."9").contains($0)
        }
        name = Canonical.string(letters.map(Self.lowercase))
        end = tag.endIndex
    }

    static func lowercase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar
    }

    /// One past the `>` that closes the tag at `start`.
    static func end(_ scalars: [Unicode.Scalar], from start: Int, quotes: Bool) -> Int? {
        var open: Unicode.Scalar?
        for index in start..<scalars.count {
            let scalar = scalars[index]
            if let quote = open {
                if scalar == quote { open = nil }
            } else if quotes, scalar == "\"" || scalar == "'" {
                open = scalar
            } else if scalar == ">" {
                return index + 1
            }
        }
        return nil
    }

    /// One past the `-->`, or the end of the text.
    static func endOfComment(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
        var index = start + comment.count
        while index + 2 < scalars.count {
            if scalars[index] == "-", scalars[index + 1] == "-", scalars[index + 2] == ">" { return index + 3 }
            index += 1
        }
        return scalars.count
    }
}
