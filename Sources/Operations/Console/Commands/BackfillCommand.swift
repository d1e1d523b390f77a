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
        abstract: .help(
            fr: "Trouver et mettre en file ce qui est concerné des deux côtés et existait déjà.",
            en: "Find and queue what is eligible on both sides and was there before."),
        discussion: .help(
            fr: """
                Dans HubSpot : les entreprises qui remplissent les deux conditions ; ce qui en dépend est découvert à \
                leur ouverture, et demandé là où elles sont déjà ouvertes. Dans artis.net : les prospects et les \
                clients, puis leurs affaires, interlocuteurs et actions. Tout cela a sa propre voie : ce que les gens \
                font maintenant passe devant. Avec --kind, seulement ce type : dans HubSpot, deal et contact apportent \
                les fiches cochées ; call, meeting et email, ce qui dépend des entreprises ouvertes.

                  passerelle backfill --dry-run
                  passerelle backfill
                  passerelle backfill --kind deal --since 2026-01-01

                --dry-run donne le plan : ce qui serait créé dans l’autre outil, relié là-bas par SIRET ou par e-mail, \
                mis à jour, ce que quelqu’un doit d’abord corriger et ce qui est laissé de côté, par raison, ainsi que \
                les appels à HubSpot et le temps qu’il faut. Il lit les deux outils et n’écrit dans aucun.

                Peut être arrêtée à tout moment, et reprend où elle en était si elle est relancée dans les 24 heures \
                avec les mêmes options ; --from-start recommence du début. La lancer deux fois ne fait rien deux fois. \
                Une fois la commande terminée, la flotte fait le reste, quoi qu’on redémarre : « passerelle status \
                --wait-idle 3600 » attend ce moment.
                """,
            en: """
                In HubSpot: the companies that meet both conditions; what hangs on them is discovered when they open, \
                and asked for where they are open already. In artis.net: prospects and clients, then the affaires, \
                interlocuteurs and actions of those. It stands in a lane of its own: what people do now goes first. \
                With --kind only that: in HubSpot deal and contact bring the ticked ones, call, meeting and email what \
                hangs on open companies.

                  passerelle backfill --dry-run
                  passerelle backfill
                  passerelle backfill --kind deal --since 2026-01-01

                --dry-run is the plan: what would be created in the other system, linked there by SIRET or e-mail, \
                updated, what somebody must mend first and what is left out, by reason, and the calls to HubSpot and \
                the time that it takes. It reads both systems and writes to neither.

                Can be stopped at any moment, and goes on where it was when it is started again within a day with the \
                same options; --from-start begins anew. Doing it twice does it once. Once the command has ended, the \
                fleet does the rest, whatever is restarted: “passerelle status --wait-idle 3600” waits for it.
                """))

    @Option(help: .onlyThisKind, transform: Given.kind) var kind: [Kind] = []
    @Option(
        help: ArgumentHelp(
            fr: "Seulement ce qui a été modifié depuis ce jour ou ce moment (UTC).",
            en: "Only what was modified since this day or moment (UTC).", valueName: "date"),
        transform: Given.moment)
    var since: Instant?
    @Flag(
        help: ArgumentHelp(
            fr: "Dire ce qui serait fait, et ne rien faire.", en: "Say what would be done, and do nothing."))
    var dryRun = false
    @Flag(
        help: ArgumentHelp(
            fr: "Ne pas reprendre où un rattrapage précédent a été arrêté.",
            en: "Do not go on where an earlier one was stopped."))
    var fromStart = false
    @Flag(help: .json) var json = false

    private var order: BackfillOrder { BackfillOrder(kinds: Set(kind), since: since, dryRun: dryRun) }

    func run() async throws {
        try await Desk.with(HubSpotSettings.self, ArtisSettings.self) { desk, hubspot, artis in
            try await desk.withFleet(hubspot, artis) { fleet in
                let line = ProgressLine(language: desk.screen.language, isTerminal: StandardError.isTerminal)
                let pacing = BackfillPacing()
                let hubspotCounted = pacing.counting(fleet.hubspot)
                let forecast = dryRun ? try await forecast(fleet, desk, hubspotCounted, pacing, hubspot.pipeline) : nil
                let backfill = Backfill(
                    order: order, hubspot: hubspotCounted, artis: fleet.artis, database: desk.database,
                    stage: try await stage(fleet, desk.screen.language), show: line.show, forecast: forecast, pacing: pacing)
                if !dryRun {
                    if fromStart { try await BackfillPlace(order: order, database: desk.database).forget() }
                    try await note(order.summary, desk)
                }
                let tallies = try await backfill.run()
                if !dryRun { try await note(order.audit(of: tallies), desk) }
                try await show(tallies, desk)
            }
        }
    }

    /// At the beginning, and at the end with how many there were.
    private func note(_ words: String, _ desk: Desk) async throws(ConsoleFailure) {
        try await ask { () async throws(DatabaseError) in try await desk.record("backfill", words, in: desk.database) }
    }

    private func forecast(
        _ fleet: Fleet, _ desk: Desk, _ hubspot: HubSpotClient, _ pacing: BackfillPacing, _ pipeline: String?
    ) async throws -> Forecast {
        // What changed while no program ran is news to the plan, too.
        await fleet.refresher.fetchDue()
        return Forecast(
            hubspot: hubspot, artis: fleet.artis, database: desk.database, pacing: pacing,
            reference: try await fleet.referenceFetched(desk.screen.language), pipeline: pipeline)
    }

    private func show(_ tallies: [BackfillProgress], _ desk: Desk) async throws(ConsoleFailure) {
        let limits = try await ask { () async throws(DatabaseError) in try await desk.database.headroom() }
        let report = BackfillReport(
            order: order, tallies: tallies, spacing: limits.first { $0.name == "main" }?.spacing ?? .milliseconds(500))
        if json { desk.screen.show(report.json) } else { desk.screen.show(report.page(desk.screen.language)) }
    }

    /// - Returns: nil where no companies are searched.
    private func stage(_ fleet: Fleet, _ language: Language) async throws -> String? {
        guard order.steps.contains(where: \.searchesCompanies) else { return nil }
        let known = try? await fleet.references.current().lifecycleStages
        return try await BackfillTrigger(artis: fleet.artis, hubspot: fleet.hubspot, stages: known).stage(language)
    }
}
