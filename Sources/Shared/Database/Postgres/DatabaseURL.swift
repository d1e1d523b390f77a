import CPostgres

/// A checked libpq URL, which never shows itself: neither printed nor in an error.
struct DatabaseURL: Sendable, CustomStringConvertible {
    let text: String
    private let password: String?

    /// - Throws: `.misuse`; libpq's own words are kept back, because they quote the URL.
    init(_ text: String) throws(DatabaseError) {
        guard text.hasPrefix("postgres://") || text.hasPrefix("postgresql://"), !text.utf8.contains(0),
            let options = unsafe PQconninfoParse(text, nil)
        else { throw .misuse("DATABASE_URL is no PostgreSQL URL; expected postgresql://user:password@host:port/database") }
        defer { unsafe PQconninfoFree(options) }
        var found: String?
        var option = unsafe options
        while let keyword = unsafe option.pointee.keyword {
            if unsafe String(cString: keyword) == "password", let value = unsafe option.pointee.val {
                found = unsafe String(cString: value)
            }
            unsafe option += 1
        }
        self.text = text
        password = found
    }

    var description: String { "postgresql://…" }

    /// `message` without the password, and on one line.
    func redact(_ message: String) -> String {
        var line = message.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        guard let password, !password.isEmpty else { return line }
        while let found = line.firstRange(of: password) { line.replaceSubrange(found, with: "•••") }
        return line
    }
}

extension String {
    /// Without Foundation and without the regular expressions' library.
    fileprivate func firstRange(of part: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
            start = index(after: start)
        }
        return nil
    }
}
