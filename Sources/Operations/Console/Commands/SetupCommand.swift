import ArgumentParser
import Pipeline
import Runtime

struct SetupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "setup",
        abstract: "Create in HubSpot what is missing there and can be created.",
        discussion: """
            The properties SIRET (siret where HubSpot refuses capitals), ingenieur_commercial, civilite with the codes of \
            the table Qualité personne as its options, synchro_artis (three times) and passerelle_ref (six times, with \
            unique values where the account allows them); stages that the pipeline lacks; options that civilite lacks.

              passerelle setup --dry-run
              passerelle setup

            Shows what it will create, and asks first on a terminal. Adds to what exists, renames and deletes nothing. \
            Doing it twice does it once; stopped half-way, it goes on when it is run again. What cannot be created by a \
            program is told with its menu path: a stage that is nearly called so, a property of another type.

            The private app needs the scopes crm.schemas.companies.write, crm.schemas.deals.write and \
            crm.schemas.contacts.write for this. Exit code 1: something is left, missing or \
            wrong, that was not created; with --dry-run, that would not be.
            """)

    @Flag(help: "Show what would be created, and create nothing.") var dryRun = false
    @Flag(help: "Do not ask.") var yes = false

    func run() async throws {
        try await Desk.with(HubSpotSettings.self, ArtisSettings.self) { desk, hubspot, artis in
            try await desk.withFleet(hubspot, artis) { fleet in
                let setup = Setup(
                    desk: desk, hubspot: fleet.hubspot, artis: ArtisReader(artis: fleet.artis), pipeline: hubspot.pipeline)
                if try await !setup.run(dryRun: dryRun, sure: yes) { throw ExitCode(Outcome.failed) }
            }
        }
    }
}
