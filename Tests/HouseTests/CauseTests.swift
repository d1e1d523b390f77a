import Testing

/// Programs keep causes in English; people read them in their language (`Glossary`).
@Suite("Causes")
struct CauseTests {
    /// Where a text begins that ends up as the cause of a retry, of an outage or of a dead letter.
    private static let marks = [
        "faulted(", "unavailable(", "unknownOutcome(", "unauthorised(", "cause: ", "message = ", "let why = ", "pair.detail = ",
    ]

    @Test("Every cause that is written in the sources has its French")
    func french() {
        let glossary = House.sources.filter { $0.path.contains("/Glossary+") }
        let known = Set(glossary.flatMap(\.lines).flatMap { Self.literals(in: $0[...]) })
        let files = House.sources.filter { ["HubSpot", "Artis", "Pipeline"].contains($0.room) || $0.path.hasSuffix("/EnvelopeError.swift") }
        var count = 0
        for file in files {
            for (number, line) in file.lines.enumerated() {
                for text in Self.causes(in: line, ofCases: file.room == "Messaging") where text.contains(/[a-z]{2}\s/) {
                    count += 1
                    if !known.contains(text) { expectNone([Fault(file.path, number + 1, "no French for \"\(text)\"")]) }
                }
            }
        }
        #expect(count > 40)
    }

    private static func causes(in line: String, ofCases: Bool) -> [String] {
        let starts = ofCases && line.contains("case .") ? [": "] : marks
        return starts.flatMap { mark -> [String] in
            guard let range = line.firstRange(of: mark) else { return [] }
            return literals(in: line[range.upperBound...])
        }
    }

    /// The literals of a line, with `{}` for what is put into them.
    private static func literals(in line: Substring) -> [String] {
        var found: [String] = []
        var rest = line
        while let start = rest.firstIndex(of: "\"") {
            rest = rest[start...].dropFirst()
            found.append(literal(&rest))
        }
        return found
    }

    private static func literal(_ rest: inout Substring) -> String {
        var text = ""
        while let character = rest.popFirst(), character != "\"" {
            guard character == "\\", let next = rest.popFirst() else {
                text.append(character)
                continue
            }
            guard next == "(" else {
                text += ["\\", String(next)].joined()
                continue
            }
            var depth = 1
            while depth > 0, let inner = rest.popFirst() { depth += inner == "(" ? 1 : inner == ")" ? -1 : 0 }
            text += "{}"
        }
        return text
    }
}
