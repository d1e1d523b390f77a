import Domain
import Oversight
import Pipeline
import Runtime

/// The reconciliation of R29 at a person's word: shows what differs as it is found.
struct Verification {
    let desk: Desk
    let reconciliation: Reconciliation
    let repairs: Bool
    let json: Bool
    let progress: ProgressLine
    var pacing = VerifyPacing()

    struct Tally: Sendable, Equatable {
        var compared = 0
        var differing = 0
        var queued = 0
        var unread = 0
    }

    func run() async throws -> Tally {
        let total = try await pacing.run { () async throws(StepFailure) in try await reconciliation.total() }
        var tally = Tally()
        var place = reconciliation.start
        while let here = place {
            let page = try await pacing.run { () async throws(StepFailure) in try await reconciliation.page(at: here) }
            tally.compared += page.compared
            tally.differing += page.differences.count
            tally.queued += page.queued
            tally.unread += page.unread.count
            place = page.next
            show(page)
            progress.show(
                Bar(
                    seen: tally.compared, total: total, isDone: place == nil,
                    line: tally.line(desk.screen.language, of: max(total, tally.compared))))
        }
        return tally
    }

    private func show(_ page: ReconciledPage) {
        guard !page.differences.isEmpty || !page.unread.isEmpty else { return }
        progress.clear()
        if json {
            for difference in page.differences { desk.screen.show(difference.json(queued: repairs)) }
            for unread in page.unread { desk.screen.show(unread.json) }
            return
        }
        let language = desk.screen.language
        let rows = page.differences.map { $0.row(language) } + page.unread.map { $0.row(language) }
        for line in Table([], rows: rows).lines(colours: desk.screen.colours) { desk.screen.write(line) }
    }
}

extension Verification.Tally {
    /// Exit code 1: something differs and nobody mends it, or could not be compared.
    func isFine(repairs: Bool) -> Bool { unread == 0 && (repairs ? queued == differing : differing == 0) }

    /// For the audit.
    var audit: String {
        "\(compared) compared, \(differing) differ, \(queued) queued" + (unread > 0 ? ", \(unread) unread" : "")
    }

    func line(_ language: Language, of total: Int) -> String {
        language.of(
            fr: "\(compared)/\(total) fiches reliées comparées, \(differing) différentes",
            en: "\(compared)/\(total) linked records compared, \(differing) differ")
    }

    func sentence(_ language: Language, repairs: Bool) -> String {
        var words = line(language, of: compared)
        if repairs { words += language.of(fr: ", \(queued) remises en file", en: ", \(queued) queued") }
        if unread > 0 { words += language.of(fr: ", \(unread) illisibles", en: ", \(unread) could not be read") }
        return words + "."
    }
}
