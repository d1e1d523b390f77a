import Testing

/// The compiler finds an unused `public import`; of a plain one it says nothing.
@Suite("No import is idle")
struct ImportTests {
    /// What each room shows to others: types and members, for an import may serve a member alone.
    private static let shown: [String: Set<Substring>] = Dictionary(grouping: House.sources, by: \.room)
        .mapValues { files in Set(files.flatMap { $0.code.flatMap(names) }) }

    private static let declarations: Set<Substring> = [
        "func", "var", "let", "struct", "class", "enum", "actor", "protocol", "typealias", "macro",
    ]

    /// The names that the line gives to the outside: by its word `public` or `package`, as a case, or as a requirement of a protocol.
    private static func names(declaredIn line: String) -> [Substring] {
        let words = words(of: line)
        if words.first == "case" || words.first == "indirect" { return line.hasSuffix(":") ? [] : cases(line) }
        guard ["public", "package"].contains(words.first) || !line.hasSuffix("{") && !words.contains("let") else { return [] }
        return zip(words, words.dropFirst()).filter { declarations.contains($0.0) }.map { $0.1 }
    }

    /// `case one, two(Int)`: what stands outside of parentheses.
    private static func cases(_ line: String) -> [Substring] {
        var depth = 0
        let outside = line.filter { character in
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            return depth == 0
        }
        return words(of: outside).filter { $0 != "case" && $0 != "indirect" }
    }

    private static func words(of line: String) -> [Substring] {
        line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    }

    /// The words of the code, those inside interpolations too, imports left out.
    private static func used(in file: SourceFile) -> Set<Substring> {
        let lines = file.code.filter { !$0.contains("import ") } + file.lines.filter { $0.contains("\\(") }
        return Set(lines.flatMap(words))
    }

    @Test("A plain import of a room is used: something that the room shows is named in the file")
    func idleImports() {
        expectNone(
            House.sources.flatMap { file in
                let own = Self.used(in: file)
                return file.imports
                    .filter { !$0.isPublic }
                    .filter { statement in Self.shown[statement.module].map { $0.isDisjoint(with: own) } ?? false }
                    .map { Fault(file.path, $0.line, "\($0.module) is imported and not used") }
            })
    }

    @Test("No file imports a module twice")
    func doubleImports() {
        for file in House.sources {
            let twice = Dictionary(grouping: file.imports, by: \.module).values.filter { $0.count > 1 }
                .filter { !$0[1...].contains { file.code[$0.line - 2].contains("#else") } }
            expectNone(twice.map { Fault(file.path, $0[1].line, "\($0[1].module) is imported twice") })
        }
    }
}
