import ArgumentParser
import Messaging
import Oversight
import Pipeline
import Runtime

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check every connection and every prerequisite in HubSpot and artis.net.",
        discussion: """
            One line each: ✓ is fine, ! is a warning, ✗ must be mended; below it, exactly what to do. Changes nothing. \
            Takes a few calls to HubSpot, at the fleet's pace. Exit code 1 when something must be mended.

            With AMQP_MANAGEMENT_URL the broker's policies are checked too.
            """)

    @Flag(help: "One JSON object for programs.") var json = false

    func run() async throws {
        try await Desk.with(
            BrokerSettings.self, HubSpotSettings.self, ArtisSettings.self, IngestSettings.self, anySchema: true
        ) { desk, broker, hubspot, artis, ingest in
            try await desk.withFleet(hubspot, artis) { fleet in
                let doctor = Doctor(
                    desk: desk, inspector: Inspector(address: broker.address, connectionName: "passerelle doctor"),
                    management: BrokerManagement(broker, logger: desk.logger), hubspot: fleet.hubspot,
                    artis: fleet.artis, pipeline: hubspot.pipeline, hasWebhookSecret: ingest.webhookSecret != nil)
                let found = await doctor.examine()
                if json { desk.screen.show(found.json) } else { desk.screen.show(found.page(desk.screen.language)) }
                if !found.isFine { throw ExitCode(Outcome.failed) }
            }
        }
    }
}
