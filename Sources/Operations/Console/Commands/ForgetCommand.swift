import ArgumentParser
import Domain
import Oversight

struct ForgetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: .help(
            fr: "Effacer les valeurs personnelles détenues d’une fiche.",
            en: "Erase the personal values that are held of a record."),
        discussion: .help(
            fr: """
                Efface les dernières valeurs synchronisées, celles de ses désaccords, son SIRET et les textes \
                conservés à son sujet. N’écrit dans aucun des deux outils, et n’arrête rien : tant que les deux détiennent \
                la fiche, son prochain changement ramène des valeurs ici. Supprimez-la d’abord là-bas ; une \
                suppression RGPD dans HubSpot fait tout cela d’elle-même.

                  passerelle forget contact 301

                Sur un terminal, demande d’abord confirmation, sauf avec --yes. Code de sortie 1 : rien n’est détenu \
                de cette fiche.
                """,
            en: """
                Erases the values last synced, those of its conflicts, its SIRET and the texts that were said about \
                it. Writes to neither system, and stops nothing: as long as both systems hold the record, its next \
                change brings values here again. Delete it there first; a privacy deletion in HubSpot does all of this \
                by itself.

                  passerelle forget contact 301

                At a terminal it asks first, unless --yes. Exit code 1: nothing is held of such a record.
                """))

    @Argument(help: .recordKind) var kind: String
    @Argument(help: .recordID) var id: String
    @Flag(help: ArgumentHelp(fr: "Oui.", en: "Yes.")) var yes = false
    @Flag(help: .json) var json = false

    func validate() throws { _ = try RecordName(kind: kind, id: id) }

    func run() async throws {
        let name = try RecordName(kind: kind, id: id)
        try await Desk.with { desk in
            let language = desk.screen.language
            let label = name.label(language)
            try Confirmation.ask(
                language.of(fr: "Effacer les valeurs de \(label) ?", en: "Erase the values of \(label)?"), sure: yes,
                language)
            try await Forgetting(desk: desk, json: json).forget(name)
        }
    }
}
