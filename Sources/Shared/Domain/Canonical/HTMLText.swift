/// Reads the text out of HTML, in one pass, whatever it is given: rubbish loses its markup at worst, never the process.
struct HTMLText {
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var text: [Unicode.Scalar] = []
    /// Quotes hide a `>` in attributes, until one is found that nothing closes.
    private var quotesCount = true
    /// False once no `>` is left: what follows is text.
    private var tagsLeft = true
    private let hasMarkup: Bool

    static func read(_ html: String) -> String {
        var reader = HTMLText(Array(html.unicodeScalars))
        reader.run()
        return Canonical.string(reader.text)
    }

    private init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
        hasMarkup = scalars.indices.contains { Self.opensTag(scalars, $0) } && scalars.contains(">")
    }

    private mutating func run() {
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar == "<", Self.opensTag(scalars, index), let tag = nextTag() {
                take(tag)
            } else if scalar == "&", let (decoded, length) = HTMLEntity.decode(scalars[index...]) {
                text.append(decoded)
                index += length
            } else {
                // Between tags a line break is a blank like any other; in a text without tags it is one.
                text.append(hasMarkup && (scalar == "\n" || scalar == "\r") ? " " : scalar)
                index += 1
            }
        }
    }

    /// Whether a `<` begins a tag, a comment or a declaration, and is no "less than".
    private static func opensTag(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        guard scalars[index] == "<", index + 1 < scalars.count else { return false }
        let next = scalars[index + 1]
        return next == "/" || next == "!" || next == "?" || (next.isASCII && next.properties.isAlphabetic)
    }

    private mutating func take(_ tag: HTMLTag) {
        index = tag.end
        switch tag.name {
        case "br": text.append("\n")
        case "script", "style", "title":
            if !tag.closes { skip(to: tag.name) }
        case let name where HTMLTag.blocks.contains(name):
            while let last = text.last, last == " " || last == "\t" { text.removeLast() }
            if let last = text.last, last != "\n" { text.append("\n") }
        default: break
        }
    }

    /// Passes over what is no text, to its closing tag or the end.
    private mutating func skip(to name: String) {
        let wanted = Array("</\(name)".unicodeScalars)
        while index < scalars.count {
            let here = scalars[index...].prefix(wanted.count)
            if here.elementsEqual(wanted, by: { HTMLTag.lowercase($0) == $1 }) { return }
            index += 1
        }
    }

    /// The tag at the index; nil when nothing closes it, and its `<` is text.
    private mutating func nextTag() -> HTMLTag? {
        guard tagsLeft else { return nil }
        if scalars[index...].starts(with: HTMLTag.comment) {
            return HTMLTag(name: "", closes: false, end: HTMLTag.endOfComment(scalars, from: index))
        }
        if quotesCount {
            if let end = HTMLTag.end(scalars, from: index, quotes: true) { return HTMLTag(scalars[index..<end]) }
            quotesCount = false
        }
        guard let end = HTMLTag.end(scalars, from: index, quotes: false) else {
            tagsLeft = false
            return nil
        }
        return HTMLTag(scalars[index..<end])
    }
}
