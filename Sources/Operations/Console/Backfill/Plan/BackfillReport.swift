import Domain
import HTTP
import Oversight
import Runtime

/// What `backfill` says at its end: what it queued, or, of a dry run, what would become of everything.
struct BackfillReport: Sendable {
    let order: BackfillOrder
    let tallies: [BackfillProgress]
    /// Between two calls to HubSpot, at the moment.
    let spacing: Duration

    private var estimate: CallEstimate { CallEstimate(tallies) }

    func page(_ language: Language) -> Page {
        var page = Page()
        page.table(order.dryRun ? planTable(language) : queuedTable(language))
        guard order.dryRun else { return page }
        for (kept, heading) in [
            (\PlanLine.blocked, language.of(fr: "À corriger par quelqu’un", en: "To be mended by somebody")),
            (\PlanLine.leftOut, language.of(fr: "Laissées de côté", en: "Left out")),
        ] {
            let reasons = reasons(kept)
            guard !reasons.isEmpty else { continue }
            page.heading(heading)
            page.table(Table([], sides: [.right], rows: reasons.map { Self.row($0.reason, $0.count, language) }))
        }
        page.heading("HubSpot")
        page.line(Words(cost(language)))
        return page
    }

    /// What `backfill --json` prints, on one line. Of a dry run:
    ///
    ///     {"dry_run": true, "since", "steps": [{"step", "from": "hubspot" | "artis", "kind", "found": n, "create": n,
    ///      "link": n, "update": n, "blocked": {"SIRET_MISSING": n, …}, "left_out": {"SYNC_NOT_REQUESTED": n, …}}, …],
    ///      "calls": n, "delay_ms": n, "seconds": n}
    ///
    /// `kind` is null for the actions of artis, which are of three. Else:
    ///
    ///     {"dry_run": false, "since", "steps": [{"step", "found": n, "queued": n}, …]}
    var json: JSON {
        var members: [String: JSON] = [
            "dry_run": .bool(order.dryRun), "since": .of(order.since), "steps": .array(tallies.map(step)),
        ]
        if order.dryRun {
            members["calls"] = .of(estimate.calls)
            members["delay_ms"] = .of(Int(spacing.milliseconds))
            members["seconds"] = .of(Int((estimate.time(spacing: spacing) / .seconds(1)).rounded(.up)))
        }
        return .object(members)
    }

    private func step(_ tally: BackfillProgress) -> JSON {
        let name = JSON.string(tally.step.cursorName)
        guard order.dryRun else { return ["step": name, "found": .of(tally.seen), "queued": .of(tally.queued)] }
        let line = tally.plan.whole
        return [
            "step": name, "from": .string(tally.step.system.rawValue), "kind": .of(tally.step.kind?.rawValue),
            "found": .of(tally.seen), "create": .of(line.create), "link": .of(line.link), "update": .of(line.update),
            "blocked": Self.counts(line.blocked), "left_out": Self.counts(line.leftOut),
        ]
    }

    private static func counts(_ reasons: [Reason: Int]) -> JSON {
        .object(Dictionary(reasons.map { ($0.key.rawValue, .of($0.value)) }, uniquingKeysWith: { first, _ in first }))
    }

    private func reasons(_ kept: KeyPath<PlanLine, [Reason: Int]>) -> [(reason: Reason, count: Int)] {
        let all = tallies.reduce(into: [:]) { $0.merge($1.plan.whole[keyPath: kept], uniquingKeysWith: +) }
        return all.map { (reason: $0.key, count: $0.value) }.sorted { ($1.count, $0.reason.rawValue) < ($0.count, $1.reason.rawValue) }
    }

    private static func row(_ reason: Reason, _ count: Int, _ language: Language) -> [Words] {
        let sentence = "\(reason.why(language)) \(reason.remedy(language))"
        return [Words("\(count)"), Words(reason.rawValue, .aside), Words(sentence)]
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
            ], sides: [.left] + Array(repeating: .right, count: 6),
            rows: tallies.map { tally in
                let line = tally.plan.whole
                let counts = [tally.seen, line.create, line.link, line.update, line.blockedCount, line.leftOutCount]
                return [Words(tally.step.name(language))] + counts.map { Words("\($0)") }
            })
    }

    private func cost(_ language: Language) -> String {
        let time = BackfillPace.text(estimate.time(spacing: spacing))
        return language.of(
            fr: "Environ \(estimate.calls) appels, un toutes les \(spacing.milliseconds) ms : \(time), sans les changements du jour, qui passent devant.",
            en: "About \(estimate.calls) calls, one every \(spacing.milliseconds) ms: \(time), without the changes of the day, which go first.")
    }
}
