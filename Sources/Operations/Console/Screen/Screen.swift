import Domain
import Glibc
import HTTP
import Runtime

/// Where a command writes what it found; faults go to standard error.
struct Screen: Sendable {
    let language: Language
    let colours: Bool
    let clock: Clockface
    let write: @Sendable (String) -> Void

    static var standardOutput: Screen {
        Screen(
            language: .current, colours: coloursWanted(isTerminal: isatty(STDOUT_FILENO) == 1, Settings.environment),
            clock: .local, write: { print($0) })
    }

    /// Colour on a terminal only, and never where `NO_COLOR` is set (no-color.org) or the terminal has none.
    static func coloursWanted(isTerminal: Bool, _ environment: [String: String]) -> Bool {
        isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }

    func show(_ page: Page) { for line in page.lines(colours: colours) { write(line) } }
    func line(_ words: Words) { write(words.render(colours: colours)) }
    /// One object, on a line of its own.
    func show(_ json: JSON) { write(String(decoding: json.serialise(), as: UTF8.self)) }
}
