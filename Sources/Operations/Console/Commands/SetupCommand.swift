import ArgumentParser
import Pipeline
import Runtime

struct SetupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "setup",
        abstract: .help(
            fr: "Créer dans HubSpot ce qui y manque et peut être créé.",
            en: "Create in HubSpot what is missing there and can be created."),
        discussion: .help(
            fr: """
                Les propriétés SIRET (siret si HubSpot refuse les capitales), ingenieur_commercial, civilite avec pour \
                options les codes de la table Qualité personne, synchro_artis (trois fois) et passerelle_ref (six \
                fois, à valeurs uniques si le compte les permet) ; les phases qui manquent au pipeline ; les options \
                qui manquent à civilite.

                  passerelle setup --dry-run
                  passerelle setup

                Montre ce qui sera créé, et demande d’abord confirmation sur un terminal. Complète ce qui existe, ne \
                renomme et ne supprime rien. Relancée, elle ne crée rien deux fois ; interrompue, elle reprend où elle \
                en était. Ce qu’un programme ne peut pas créer est indiqué avec son chemin de menu : une phase dont le \
                nom est presque le bon, une propriété d’un autre type.

                L’application privée doit avoir pour cela les droits crm.schemas.companies.write, \
                crm.schemas.deals.write et crm.schemas.contacts.write. Code de sortie 1 : quelque chose reste à faire, \
                manquant ou faux, qui n’a pas été créé ; avec --dry-run, qui ne le serait pas.
                """,
            en: """
                The properties SIRET (siret where HubSpot refuses capitals), ingenieur_commercial, civilite with the \
                codes of the table Qualité personne as its options, synchro_artis (three times) and passerelle_ref \
                (six times, with unique values where the account allows them); stages that the pipeline lacks; options \
                that civilite lacks.

                  passerelle setup --dry-run
                  passerelle setup

                Shows what it will create, and asks first on a terminal. Adds to what exists, renames and deletes \
                nothing. Doing it twice does it once; stopped half-way, it goes on when it is run again. What cannot \
                be created by a program is told with its menu path: a stage that is nearly called so, a property of \
                another type.

                The private app needs the scopes crm.schemas.companies.write, crm.schemas.deals.write and \
                crm.schemas.contacts.write for this. Exit code 1: something is left, missing or wrong, that was not \
                created; with --dry-run, that would not be.
                """))

    @Flag(
        help: ArgumentHelp(
            fr: "Montrer ce qui serait créé, et ne rien créer.", en: "Show what would be created, and create nothing."))
    var dryRun = false
    @Flag(help: ArgumentHelp(fr: "Ne pas demander.", en: "Do not ask.")) var yes = false

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
