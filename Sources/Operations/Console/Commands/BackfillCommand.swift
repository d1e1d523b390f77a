import ArgumentParser
import Artis
import Database
import Domain
import HubSpot
import Pipeline
import Runtime

struct BackfillCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backfill",
        abstract: "Find and queue what is eligible in HubSpot and was there before.",
        discussion: """
            Finds the companies that meet both conditions; what hangs on them is discovered when they open, and asked \
            for where they are open already. It stands in a lane of its own: what people do now goes first. With \
            --kind only that: deal and contact bring the ticked ones, call, meeting and email what hangs on open \
            companies.

              passerelle backfill --dry-run
              passerelle backfill
              passerelle backfill --kind deal --since 2026-01-01

            Can be stopped at any moment, and goes on where it was when it is started again with the same --since. Doing \
            it twice does it once.
            """)

    @Option(help: "Only this kind; may be repeated.", transform: Given.kind) var kind: [Kind] = []
    @Option(
        help: ArgumentHelp("Only what was modified since this day or moment (UTC).", valueName: "date"),
        transform: Given.moment)
    var since: Instant?
    @Flag(help: "Count what would be queued, and queue nothing.") var dryRun = false

    private var order: BackfillOrder { BackfillOrder(kinds: Set(kind), since: since, dryRun: dryRun) }

    func run() async throws {
        try await Desk.with(HubSpotSettings.self, ArtisSettings.self) { desk, hubspot, artis in
            try await desk.withFleet(hubspot, artis) { fleet in
                let stage = try await stage(fleet.artis, desk.screen.language)
                if !dryRun {
                    try await ask { () async throws(DatabaseError) in
                        try await desk.record("backfill", order.summary, in: desk.database)
                    }
                }
                let line = ProgressLine(language: desk.screen.language, isTerminal: StandardError.isTerminal)
                let backfill = Backfill(
                    order: order, hubspot: fleet.hubspot, database: desk.database, stage: stage, show: line.show)
                show(try await backfill.run(), on: desk.screen)
            }
        }
    }

    /// R8: without the parameter no company starts to sync, and none is found.
    private func stage(_ artis: ArtisClient, _ language: Language) async throws -> String? {
        guard order.steps.contains(where: { $0.kind == .company }) else { return nil }
        let parameter: String?
        do throws(ArtisFailure) { parameter = try await artis.parameter(Prerequisites.trigger) } catch {
            throw ConsoleFailure.artis(error)
        }
        guard let parameter, !parameter.isEmpty else {
            let reason = Reason.triggerNotSet
            throw ConsoleFailure.notReady("\(reason.why(language)) \(reason.remedy(language))")
        }
        return parameter
    }

    private func show(_ tallies: [BackfillProgress], on screen: Screen) {
        let language = screen.language
        let queued =
            dryRun
            ? language.of(fr: "seraient mises en file", en: "would be queued")
            : language.of(fr: "mises en file", en: "queued")
        let table = Table(
            ["", language.of(fr: "trouvées", en: "found"), queued], sides: [.left, .right, .right],
            rows: tallies.map { [Words($0.step.name(language)), Words("\($0.seen)"), Words("\($0.queued)")] })
        table.lines(colours: screen.colours).forEach(screen.write)
    }
}
