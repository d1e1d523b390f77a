import Domain
import Testing

@testable import Console

@Suite("What is shown")
struct TableTests {
    @Test("Columns are as wide as their widest cell, numbers stand right, lines end without blanks")
    func alignment() {
        let table = Table(
            ["fiche", "n"], sides: [.left, .right], rows: [["entreprise", "7"], ["é", "1234"], ["", ""]])
        #expect(table.lines(colours: false) == ["fiche          n", "entreprise     7", "é           1234", ""])
    }

    @Test("A row may be shorter than the others, and a table may have no header")
    func ragged() {
        #expect(Table([], rows: [["a", "b"], ["ccc"]]).lines(colours: false) == ["a    b", "ccc"])
        #expect(Table([]).lines(colours: true).isEmpty)
    }

    @Test("Colour changes no width, and is not there unless asked for")
    func colours() {
        let table = Table([], sides: [.right], rows: [[Words("7", .bad)], ["100"]])
        #expect(table.lines(colours: true) == ["  \u{1B}[31m7\u{1B}[0m", "100"])
        #expect(table.lines(colours: false) == ["  7", "100"])
    }

    @Test("Control characters of a record never reach the terminal")
    func controls() {
        #expect(Words("a\u{1B}[2Jb\nc\r\u{9B}d").render(colours: false) == "a·[2Jb·c··d")
    }

    @Test(
        "Colour on a terminal only, never with NO_COLOR",
        arguments: [
            (true, [:], true), (false, [:], false), (true, ["NO_COLOR": "1"], false), (true, ["NO_COLOR": ""], true),
            (true, ["TERM": "dumb"], false),
        ] as [(Bool, [String: String], Bool)])
    func colourWanted(terminal: Bool, environment: [String: String], wanted: Bool) {
        #expect(Screen.coloursWanted(isTerminal: terminal, environment) == wanted)
    }

    @Test(
        "The language comes from LC_ALL, LC_MESSAGES or LANG, the first that is not empty",
        arguments: [
            (["LANG": "fr_FR.UTF-8"], .fr), (["LANG": "C"], .en), ([:], .en), (["LC_ALL": "", "LANG": "fr"], .fr),
            (["LC_ALL": "en_GB", "LANG": "fr_FR"], .en), (["LC_MESSAGES": "fr_CH", "LANG": "de_CH"], .fr),
        ] as [([String: String], Language)])
    func language(environment: [String: String], language: Language) {
        #expect(Language(environment: environment) == language)
    }

    @Test("A moment is shown to the second, where the reader is")
    func clock() throws {
        let moment = try #require(Instant(rfc3339: "2026-11-25T23:30:05.678Z"))
        #expect(Clockface.utc.text(moment) == "2026-11-25 23:30:05")
        #expect(Clockface { _ in 3600 }.text(moment) == "2026-11-26 00:30:05")
    }
}
