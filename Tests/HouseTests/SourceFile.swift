/// One file: its path from the repository's root, and its lines.
struct SourceFile: Sendable {
    let path: String
    let lines: [String]
    /// The lines without comments and without the text of literals, for searches that look at code alone.
    let code: [String]
    let imports: [Import]

    init(path: String, text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        code = path.hasSuffix(".swift") ? CodeReader.code(of: lines) : []
        imports = code.enumerated().compactMap { Import(line: $1, number: $0 + 1) }
    }

    /// The target that the file belongs to: the folder under `Sources`, `Shared` or `Operations`, `CompanyWorker` for
    /// `Workers/Company`, which stands beside the library `Workers/Trades`.
    var room: String {
        let parts = path.split(separator: "/").map(String.init)
        guard parts.count > 2, parts[0] == "Sources" else { return "" }
        switch parts[1] {
        case "Shared", "Operations": return parts[2]
        case "Workers": return parts[2] == "Trades" ? parts[2] : parts[2] + "Worker"
        default: return parts[1]
        }
    }

    /// The lines of code in which the pattern occurs, sought only where one of the words stands: a pattern is slow.
    func faults(of words: String..., matching pattern: Regex<Substring>, _ message: String) -> [Fault] {
        code.enumerated().compactMap { index, line in
            guard words.contains(where: line.contains), let match = line.firstMatch(of: pattern) else { return nil }
            return Fault(path, index + 1, "\(message): \(match.output)")
        }
    }
}
