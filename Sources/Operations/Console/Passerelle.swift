import ArgumentParser
import Runtime

/// The operator's command line.
struct Passerelle: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "passerelle",
        abstract: .help(
            fr: "Veille sur la synchronisation entre HubSpot et artis.net.",
            en: "Looks after the sync between HubSpot and artis.net."),
        discussion: .help(
            fr: """
                Les réglages viennent de l’environnement, comme pour tous les programmes de la flotte : DATABASE_URL \
                est toujours nécessaire ; AMQP_URL, HUBSPOT_ACCESS_TOKEN, ARTIS_BASE_URL et ARTIS_API_KEY le sont pour \
                les commandes qui s’y connectent. Chaque secret peut aussi être donné par un fichier : \
                DATABASE_URL_FILE=/run/secrets/database.

                Le premier jour :
                  passerelle migrate                   créer les tables
                  passerelle doctor                    ce qui manque, et comment y remédier
                  passerelle setup                     créer dans HubSpot ce qui peut l’être
                  passerelle backfill --dry-run        ce que le rattrapage apporterait
                  passerelle backfill                  l’apporter

                Chaque jour :
                  passerelle status                    où en est la synchronisation
                  passerelle list --state blocked      ce qui attend quelqu’un
                  passerelle explain deal 4102         pourquoi cette fiche en est là
                  passerelle retry --state failed      réessayer

                L’affichage s’adresse aux personnes, en français ou en anglais selon LANG, en couleur sur un terminal \
                seulement (jamais avec NO_COLOR). --json s’adresse aux programmes, et garde sa forme.

                Codes de sortie : 0 fait, 1 anomalie ou échec, 2 erreur d’usage, 78 erreur de réglage.
                """,
            en: """
                Settings come from the environment, as for every program of the fleet: DATABASE_URL is always needed, \
                AMQP_URL, HUBSPOT_ACCESS_TOKEN, ARTIS_BASE_URL and ARTIS_API_KEY by the commands that go there. Each \
                secret may also be named by a file: DATABASE_URL_FILE=/run/secrets/database.

                The first day:
                  passerelle migrate                   make the tables
                  passerelle doctor                    what is still missing in HubSpot and artis.net, and how to \
                mend it
                  passerelle setup                     create in HubSpot what can be created there
                  passerelle backfill --dry-run        what would be brought
                  passerelle backfill                  bring it

                Every day:
                  passerelle status                    how it goes
                  passerelle list --state blocked      what needs a person
                  passerelle explain deal 4102         why this record stands where it stands
                  passerelle retry --state failed      try again

                Output is for people, in French or English from LANG, coloured on a terminal only (never with \
                NO_COLOR). --json is for programs, and keeps its form.

                Exit codes: 0 done, 1 found or failed, 2 wrong usage, 78 wrong settings.
                """),
        version: Version.full,
        subcommands: [
            MigrateCommand.self, DoctorCommand.self, SetupCommand.self, StatusCommand.self, ExplainCommand.self, ListCommand.self,
            BackfillCommand.self, LinkCommand.self, VerifyCommand.self, RetryCommand.self, PauseCommand.self, ResumeCommand.self, DeadCommand.self,
            ForgetCommand.self,
        ])
}
