import ArgumentParser
import Database
import Domain
import Oversight
import Pipeline
import Runtime
import Trades

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: .help(
            fr: "Comparer toutes les fiches reliées des deux côtés, et montrer ce qui diffère et pourquoi.",
            en: "Compare all linked records on both sides, and show what differs and why."),
        discussion: .help(
            fr: """
                Lit chaque fiche reliée dans HubSpot et artis.net, comme ingest chaque nuit à RECONCILE_AT, et trouve \
                ce qu’aucun événement n’a dit : suppressions, associations déplacées, webhooks perdus. Ne modifie \
                rien ; avec --repair, ce qui diffère est mis en file, et les workers rétablissent l’accord.

                  passerelle verify
                  passerelle verify --kind deal --repair

                Les fiches dont un changement est en file ou en cours sont laissées de côté. Code de sortie 1 : \
                quelque chose diffère, ou avec --repair n’a pas pu être mis en file ; ou une fiche n’a pas pu être \
                lue.
                """,
            en: """
                Reads every linked record in HubSpot and artis.net, as ingest does every night at RECONCILE_AT, and \
                finds what no event told: deletions, moved associations, lost webhooks. Changes nothing; with --repair \
                what differs is queued, and the workers bring it in step.

                  passerelle verify
                  passerelle verify --kind deal --repair

                Records with work queued or under way are left out. Exit code 1: something differs, or with --repair \
                could not be queued; or a record could not be read.
                """))

    @Option(help: .onlyThisKind, transform: Given.kind) var kind: [Kind] = []
    @Flag(help: ArgumentHelp(fr: "Mettre en file ce qui diffère.", en: "Queue what differs.")) var repair = false
    @Flag(
        help: ArgumentHelp(
            fr: "Un objet JSON par ligne pour les programmes, pour chaque fiche qui diffère.",
            en: "One JSON object a line for programs, for each record that differs."))
    var json = false

    func run() async throws {
        try await Desk.with(HubSpotSettings.self, ArtisSettings.self, SyncSettings.self) { desk, hubspot, artis, sync in
            try await desk.withFleet(hubspot, artis) { fleet in
                _ = try await fleet.referenceFetched(desk.screen.language)
                if repair { try await note("", desk) }
                let language = desk.screen.language
                let verification = Verification(
                    desk: desk,
                    reconciliation: Reconciliation(
                        fleet.workshop(sync, pipeline: hubspot.pipeline), trades: EveryTrade.list, kinds: kind,
                        repairs: repair),
                    repairs: repair, json: json,
                    progress: ProgressLine(language: language, isTerminal: StandardError.isTerminal))
                let tally = try await verification.run()
                if repair { try await note(" ended: \(tally.audit)", desk) }
                if !json { desk.screen.line(Words(tally.sentence(language, repairs: repair))) }
                if !tally.isFine(repairs: repair) { throw ExitCode(Outcome.failed) }
            }
        }
    }

    /// At the beginning, and at the end with how many there were.
    private func note(_ words: String, _ desk: Desk) async throws(ConsoleFailure) {
        let kinds = Set(kind).map(\.rawValue).sorted().joined(separator: ",")
        try await ask { () async throws(DatabaseError) in
            try await desk.record("verify", (kinds.isEmpty ? "all" : kinds) + " --repair" + words, in: desk.database)
        }
    }
}
