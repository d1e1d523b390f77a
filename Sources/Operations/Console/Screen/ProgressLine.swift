import Domain
import Glibc
import Runtime

/// Shows progress on standard error: a bar that moves on a terminal, lines elsewhere.
struct ProgressLine: Sendable {
    let language: Language
    let isTerminal: Bool

    func show(_ bar: Bar) {
        guard isTerminal else { return StandardError.write(line: bar.line) }
        // Back to the beginning, and erase what was longer.
        put("\r\u{1B}[K\(bar.text)\(bar.isDone ? "\n" : "")")
    }

    func show(_ progress: BackfillProgress) { show(progress.bar(language)) }

    /// Makes room for a line of another kind.
    func clear() { if isTerminal { put("\r\u{1B}[K") } }

    private func put(_ text: String) { _ = write(STDERR_FILENO, text, text.utf8.count) }
}
