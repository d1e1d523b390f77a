import ArgumentParser
import Testing

@testable import Console

@Suite("Help and refusals, in French and in English")
struct HelpTests {
    /// As they are typed; the first is the program itself.
    private static let commands = commands(below: Passerelle.self, [])

    private static func commands(below parent: any ParsableCommand.Type, _ path: [String]) -> [[String]] {
        [path] + parent.configuration.subcommands.flatMap { commands(below: $0, path + [$0.configuration.commandName ?? "?"]) }
    }

    /// The parser's English, and words that stand in most English sentences and in no French one.
    private static let english: Set<Substring> = [
        "OVERVIEW:", "USAGE:", "ARGUMENTS:", "OPTIONS:", "SUBCOMMANDS:", "Show", "See", "Error:", "Help:", "Usage:",
        "(default:", "(values:", "the", "The", "of", "is", "are", "an", "and", "not", "from", "to", "that", "with", "such",
        "cannot", "be", "in", "missing", "Missing", "either", "both", "only", "Only", "Unknown",
    ]

    private func english(_ text: String) -> Set<Substring> {
        Self.english.intersection(text.split(whereSeparator: \.isWhitespace))
    }

    private func answer(_ arguments: [String], _ locale: String) async throws -> Program.Answer {
        // So wide that each paragraph is one line.
        try await Program.run(arguments, ["LC_ALL": locale, "COLUMNS": "2000"])
    }

    private func lines(_ text: String) -> Set<Substring> { Set(text.split(separator: "\n")) }

    /// A command to try, or an option on a line of its own.
    private func isTyped(_ line: Substring) -> Bool {
        line.wholeMatch(of: /\s+(?:passerelle(?: \S+)*|--[a-z-]+ <[^>]+>)/) != nil
    }

    /// Options, settings and reasons.
    private func names(_ text: String) -> Set<Substring> { Set(text.matches(of: /--[a-z-]+|[A-Z]+_[A-Z_]+/).map(\.output)) }

    @Test("Each command's page is in the reader's language, but for what is typed", arguments: commands)
    func page(command: [String]) async throws {
        let french = try await answer(command + ["--help"], "fr_FR.UTF-8")
        let english = try await answer(command + ["--help"], "en_GB.UTF-8")
        #expect(french.code == 0 && french.log.isEmpty && english.code == 0 && english.log.isEmpty)
        #expect(english.out.hasPrefix("OVERVIEW: ") && english.out.contains("Show help information."))
        #expect(self.english(french.out) == [] && self.english(english.out) != [])
        #expect(lines(french.out).intersection(lines(english.out)).filter { !isTyped($0) } == [])
        #expect(names(french.out) == names(english.out))
    }

    @Test("A line of a page breaks neither before French punctuation nor inside of its quotation marks")
    func punctuation() {
        #expect(
            "Ceci : « oui » ; 08:30, artis:ID ? Non !".withBoundPunctuation
                == "Ceci\u{A0}: «\u{A0}oui\u{A0}»\u{A0}; 08:30, artis:ID\u{A0}? Non\u{A0}!")
    }

    @Test("A wrong option of any command is told in French", arguments: commands)
    func wrongOption(command: [String]) async throws {
        let told = try await answer(command + ["--no-such-option"], "fr_FR.UTF-8")
        #expect(told.code == 2 && told.out.isEmpty)
        #expect(told.log.hasPrefix("Erreur\u{A0}: ") && english(told.log) == [])
    }

    @Test("Whatever is wrong is told in French", arguments: UsageTests.wrong + ["link --file /nowhere"])
    func refusal(line: String) async throws {
        let told = try await answer(line.split(separator: " ").map(String.init), "fr_FR.UTF-8")
        #expect(told.code == 2 && told.out.isEmpty)
        #expect(told.log.hasPrefix("Erreur\u{A0}: ") && english(told.log) == [])
    }
}
