/// One `import` of a file.
struct Import: Sendable {
    let module: String
    /// Whether what the file shows to others names the module, in which case the compiler itself finds an unused one.
    let isPublic: Bool
    /// The line that it stands in, from 1.
    let line: Int

    /// Nil when the line is no import.
    init?(line text: String, number: Int) {
        let words = text.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place + 1 < words.count else { return nil }
        let before: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
        guard words[..<place].allSatisfy({ before.contains($0) || $0.hasPrefix("@") }) else { return nil }
        // `import struct Module.Type`
        let named = words.count > place + 2 ? words[place + 2] : words[place + 1]
        module = String(named.prefix { $0 != "." })
        isPublic = words[..<place].contains { $0 == "public" || $0 == "package" }
        line = number
    }
}
