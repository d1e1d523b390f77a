import ArgumentParser
import Runtime

/// The operator's command line.
struct Passerelle: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "passerelle",
        abstract: "Looks after the sync between HubSpot and artis.net.",
        discussion: """
            Settings come from the environment, as for every program of the fleet: DATABASE_URL is always needed, \
            AMQP_URL, HUBSPOT_ACCESS_TOKEN, ARTIS_BASE_URL and ARTIS_API_KEY by the commands that go there. Each secret \
            may also be named by a file: DATABASE_URL_FILE=/run/secrets/database.

            The first day:
              passerelle migrate                   make the tables
              passerelle doctor                    what is still missing in HubSpot and artis.net, and how to mend it
              passerelle setup                     create in HubSpot what can be created there
              passerelle backfill --dry-run        what would be brought
              passerelle backfill                  bring it

            Every day:
              passerelle status                    how it goes
              passerelle list --state blocked      what needs a person
              passerelle explain deal 4102         why this record stands where it stands
              passerelle retry --state failed      try again

            Output is for people, in French or English from LANG, coloured on a terminal only (never with NO_COLOR). \
            --json is for programs, and keeps its form.

            Exit codes: 0 done, 1 found or failed, 2 wrong usage, 78 wrong settings.
            """,
        version: Version.full,
        subcommands: [
            MigrateCommand.self, DoctorCommand.self, SetupCommand.self, StatusCommand.self, ExplainCommand.self, ListCommand.self,
            BackfillCommand.self, LinkCommand.self, VerifyCommand.self, RetryCommand.self, PauseCommand.self, ResumeCommand.self, DeadCommand.self,
            ForgetCommand.self,
        ])
}
