import ArgumentParser
import Artis
import Database
import Domain
import HubSpot
import Oversight
import Pipeline
import Runtime

struct BackfillCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backfill",
        abstract: "Find and queue what is eligible on both sides and was there before.",
        discussion: """
            In HubSpot: the companies that meet both conditions; what hangs on them is discovered when they open, and \
            asked for where they are open already. In artis.net: prospects and clients, then the affaires, \
            interlocuteurs and actions of those. It stands in a lane of its own: what people do now goes first. With \
            --kind only that: in HubSpot deal and contact bring the ticked ones, call, meeting and email what hangs on \
            open companies.

              passerelle backfill --dry-run
              passerelle backfill
              passerelle backfill --kind deal --since 2026-01-01

            --dry-run queues nothing, and counts what it would queue, create in the other system, and link there by SIRET \
            or e-mail, below the companies that it would open too.

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
                    order: order, hubspot: fleet.hubspot, artis: fleet.artis, database: desk.database, stage: stage,
                    show: line.show, siretProperty: dryRun ? try await siretProperty(fleet.hubspot) : nil)
                show(try await backfill.run(), on: desk.screen)
            }
        }
    }

    /// R8: without the parameter no company starts to sync, and none is found.
    private func stage(_ artis: ArtisClient, _ language: Language) async throws -> String? {
        guard order.steps.contains(where: \.searchesCompanies) else { return nil }
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

    /// R4.
    private func siretProperty(_ hubspot: HubSpotClient) async throws -> String? {
        let properties = try await BackfillPacing().run { () async throws(HubSpotFailure) in
            try await hubspot.properties(of: .company, for: HubSpotCall(purpose: .backfill, lane: .backfill))
        }
        let names = properties.map(\.name)
        return names.first { $0 == "SIRET" } ?? names.first { $0.lowercased() == "siret" }
    }

    private func show(_ tallies: [BackfillProgress], on screen: Screen) {
        let language = screen.language
        let queued =
            dryRun
            ? language.of(fr: "seraient mises en file", en: "would be queued")
            : language.of(fr: "mises en file", en: "queued")
        var header = ["", language.of(fr: "trouvées", en: "found"), queued]
        if dryRun { header += [language.of(fr: "créées", en: "created"), language.of(fr: "reliées", en: "linked")] }
        let table = Table(
            header, sides: [.left, .right, .right, .right, .right],
            rows: tallies.map { tally in
                let counts = [tally.seen, tally.queued] + (dryRun ? [tally.forecast.created, tally.forecast.linked] : [])
                return [Words(tally.step.name(language))] + counts.map { Words("\($0)") }
            })
        table.lines(colours: screen.colours).forEach(screen.write)
    }
}
