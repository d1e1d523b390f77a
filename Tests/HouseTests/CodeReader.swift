/// Takes comments and the text of string literals out of Swift source, line by line. Works on bytes: thousands of lines
/// are read in a debug build.
struct CodeReader {
    private enum State { case code, comment, text }
    private var state = State.code

    static func code(of lines: [String]) -> [String] {
        var reader = CodeReader()
        return lines.map { reader.read($0) }
    }

    private mutating func read(_ line: String) -> String {
        let bytes = Array(line.utf8)
        if state == .code, !bytes.contains(Self.slash), !bytes.contains(Self.quote) { return line }
        var out: [UInt8] = []
        var at = 0
        while at < bytes.count {
            switch state {
            case .comment: skip(to: [Self.star, Self.slash], in: bytes, &at)
            case .text: skip(to: Self.quotes, in: bytes, &at)
            case .code: if !step(bytes, &at, into: &out) { return String(decoding: out, as: UTF8.self) }
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static let slash = UInt8(ascii: "/")
    private static let star = UInt8(ascii: "*")
    private static let quote = UInt8(ascii: "\"")
    private static let quotes = [quote, quote, quote]

    private mutating func skip(to end: [UInt8], in bytes: [UInt8], _ at: inout Int) {
        while at < bytes.count, !bytes[at...].starts(with: end) { at += 1 }
        guard at < bytes.count else { return }
        at += end.count
        state = .code
    }

    /// Reads one piece of code; false when the rest of the line is a comment.
    private mutating func step(_ bytes: [UInt8], _ at: inout Int, into out: inout [UInt8]) -> Bool {
        let next = at + 1 < bytes.count ? bytes[at + 1] : 0
        switch (bytes[at], next) {
        case (Self.slash, Self.slash): return false
        case (Self.slash, Self.star):
            state = .comment
            at += 2
        case (Self.quote, Self.quote) where bytes[at...].starts(with: Self.quotes):
            state = .text
            at += 3
        case (Self.quote, _):
            at = Self.afterLiteral(bytes, at + 1)
            out += [Self.quote, Self.quote]
        default:
            out.append(bytes[at])
            at += 1
        }
        return true
    }

    private static func afterLiteral(_ bytes: [UInt8], _ start: Int) -> Int {
        var at = start
        while at < bytes.count, bytes[at] != quote { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
        return min(at + 1, bytes.count)
    }
}
