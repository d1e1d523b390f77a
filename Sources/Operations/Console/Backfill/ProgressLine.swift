import Domain
import Glibc
import Runtime

/// Shows progress on standard error: a bar that moves on a terminal, lines elsewhere.
struct ProgressLine: Sendable {
    let language: Language
    let isTerminal: Bool

    func show(_ progress: BackfillProgress) {
        guard isTerminal else { return StandardError.write(line: progress.line(language)) }
        // Back to the beginning, and erase what was longer.
        let text = "\r\u{1B}[K\(progress.bar(language))\(progress.isDone ? "\n" : "")"
        _ = write(STDERR_FILENO, text, text.utf8.count)
    }
}
