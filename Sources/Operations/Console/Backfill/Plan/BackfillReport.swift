import Domain
import Oversight
import Runtime

/// What `backfill` says at its end: what it queued, or, of a dry run, what would become of everything.
struct BackfillReport: Sendable {
    let order: BackfillOrder
    let tallies: [BackfillProgress]
    /// Between two calls to HubSpot, at the moment.
    let spacing: Duration

    var estimate: CallEstimate { CallEstimate(tallies) }

    func page(_ language: Language) -> Page {
        var page = Page()
        page.table(order.dryRun ? planTable(language) : queuedTable(language))
        guard order.dryRun else { return page }
        for (kept, heading) in [
            (\PlanLine.blocked, language.of(fr: "À corriger par quelqu’un", en: "To be mended by somebody")),
            (\PlanLine.leftOut, language.of(fr: "Laissées de côté", en: "Left out")),
        ] {
            let rows = reasons(kept, language)
            guard !rows.isEmpty else { continue }
            page.heading(heading)
            page.table(Table([], sides: [.right], rows: rows))
        }
        page.heading("HubSpot")
        page.line(Words(cost(language)))
        return page
    }

    private func queuedTable(_ language: Language) -> Table {
        Table(
            ["", language.of(fr: "trouvées", en: "found"), language.of(fr: "mises en file", en: "queued")],
            sides: [.left, .right, .right],
            rows: tallies.map { [Words($0.step.name(language)), Words("\($0.seen)"), Words("\($0.queued)")] })
    }

    private func planTable(_ language: Language) -> Table {
        Table(
            [
                "", language.of(fr: "trouvées", en: "found"), language.of(fr: "à créer", en: "to create"),
                language.of(fr: "à relier", en: "to link"), language.of(fr: "à mettre à jour", en: "to update"),
                language.of(fr: "bloquées", en: "blocked"), language.of(fr: "de côté", en: "left out"),
            ], sides: [.left] + Array(repeating: .right, count: 6), rows: tallies.flatMap { rows($0, language) })
    }

    /// A step, and below it its kinds where they are several.
    private func rows(_ tally: BackfillProgress, _ language: Language) -> [[Words]] {
        let parts = tally.parts(order)
        let whole = Self.row(tally.step.name(language), tally.seen, tally.plan.whole)
        guard parts.count > 1 else { return [whole] }
        return [whole] + parts.filter { $0.found > 0 }.map { part in
            Self.row("  " + (part.kind?.name(language) ?? language.ofNoKind), part.found, part.line)
        }
    }

    private static func row(_ name: String, _ found: Int, _ line: PlanLine) -> [Words] {
        let counts = [found, line.create, line.link, line.update, line.blockedCount, line.leftOutCount]
        return [Words(name)] + counts.map { Words("\($0)") }
    }

    private func cost(_ language: Language) -> String {
        let time = BackfillPace.text(estimate.time(spacing: spacing))
        return language.of(
            fr: "Environ \(estimate.calls) appels, un toutes les \(spacing.milliseconds) ms : \(time), sans les changements du jour, qui passent devant.",
            en: "About \(estimate.calls) calls, one every \(spacing.milliseconds) ms: \(time), without the changes of the day, which go first.")
    }
}

extension Language {
    /// An action of artis that HubSpot has no type for.
    var ofNoKind: String { of(fr: "sans équivalent", en: "of no type") }
}
