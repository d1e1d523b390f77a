import Domain
import Glibc
import Oversight
import Runtime

/// Asks a person at a terminal; a script is not asked.
enum Confirmation {
    /// Whether somebody sits there.
    static var isPossible: Bool { isatty(STDIN_FILENO) == 1 && StandardError.isTerminal }

    /// For what touches more than one: a script must say so, a person at a terminal is asked.
    ///
    /// - Parameter what: what would be done, as a sentence without its end.
    static func askForMany(_ what: String, sure: Bool, at desk: Desk) throws(ConsoleFailure) {
        let language = desk.screen.language
        guard !sure else { return }
        guard desk.asks else { throw .refused(what + language.of(fr: " : ajoutez --yes", en: ": add --yes")) }
        try ask("\(what).", sure: false, language)
    }

    /// - Parameter sure: that the question was answered on the command line (`--yes`).
    /// - Throws: `.refused` when the person says no.
    static func ask(_ question: String, sure: Bool, _ language: Language) throws(ConsoleFailure) {
        guard !sure, isPossible else { return }
        let text = question + language.of(fr: " [o/N] ", en: " [y/N] ")
        _ = write(STDERR_FILENO, text, text.utf8.count)
        let answer = (readLine() ?? "").lowercased()
        guard ["y", "yes", "o", "oui"].contains(answer) else {
            throw .refused(language.of(fr: "rien n’a été fait", en: "nothing was done"))
        }
    }
}
