import Domain
import Glibc
import Oversight
import Runtime

/// Asks a person at a terminal; a script is not asked.
enum Confirmation {
    /// - Parameter sure: that the question was answered on the command line (`--yes`).
    /// - Throws: `.refused` when the person says no.
    static func ask(_ question: String, sure: Bool, _ language: Language) throws(ConsoleFailure) {
        guard !sure, isatty(STDIN_FILENO) == 1, StandardError.isTerminal else { return }
        let text = question + language.of(fr: " [o/N] ", en: " [y/N] ")
        _ = write(STDERR_FILENO, text, text.utf8.count)
        let answer = (readLine() ?? "").lowercased()
        guard ["y", "yes", "o", "oui"].contains(answer) else {
            throw .refused(language.of(fr: "rien n’a été fait", en: "nothing was done"))
        }
    }
}
