import ArgumentParser
import Pipeline
import Runtime

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: .help(
            fr: "Vérifier chaque connexion et chaque prérequis dans HubSpot et artis.net.",
            en: "Check every connection and every prerequisite in HubSpot and artis.net."),
        discussion: .help(
            fr: """
                Une ligne par point : ✓ va bien, ! est un avertissement, ✗ est à corriger ; après la flèche, \
                exactement ce qu’il faut faire. Ne modifie rien. Demande une douzaine d’appels à HubSpot, au rythme de \
                la flotte. Code de sortie 1 s’il y a quelque chose à corriger.

                Avec AMQP_MANAGEMENT_URL, les policies du broker, le type de ses files et ses alarmes sont vérifiés \
                aussi.

                --json est un seul objet : {"ok": bool, "checks": [{"code", "level": "ok" | "warning" | "fault", \
                "subject", "text", "remedy": texte ou null, "setup": si passerelle setup s’en charge}]}.
                """,
            en: """
                One line each: ✓ is fine, ! is a warning, ✗ must be mended; behind the arrow, exactly what to do. \
                Changes nothing. Takes a dozen calls to HubSpot, at the fleet's pace. Exit code 1 when something must \
                be mended.

                With AMQP_MANAGEMENT_URL the broker's policies, the type of its queues and its alarms are checked too.

                --json is one object: {"ok": bool, "checks": [{"code", "level": "ok" | "warning" | "fault", "subject", \
                "text", "remedy": text or null, "setup": whether passerelle setup mends it}]}.
                """))

    @Flag(help: .json) var json = false

    func run() async throws {
        try await Desk.with(
            BrokerSettings.self, HubSpotSettings.self, ArtisSettings.self, IngestSettings.self, anySchema: true
        ) { desk, broker, hubspot, artis, ingest in
            try await desk.withFleet(hubspot, artis) { fleet in
                let doctor = Doctor(
                    SettingsFacts(
                        pipeline: hubspot.pipeline, hasWebhookSecret: ingest.webhookSecret != nil,
                        publicURL: "\(ingest.publicURL)", isRealHubSpot: !hubspot.baseURL.isLoopback),
                    desk: desk, broker: BrokerReader(settings: broker, logger: desk.logger), hubspot: fleet.hubspot,
                    artis: fleet.artis)
                let language = desk.screen.language
                let found = await doctor.examine(language)
                if json { desk.screen.show(found.json) } else { desk.screen.show(found.page(language)) }
                if !found.isFine { throw ExitCode(Outcome.failed) }
            }
        }
    }
}
