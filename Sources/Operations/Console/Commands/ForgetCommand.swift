import ArgumentParser
import Domain
import Oversight

struct ForgetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Erase the personal values that are held of a record.",
        discussion: """
            Erases the values last synced, those of its conflicts, its SIRET and the texts that were said about it. \
            Writes to neither system, and stops nothing: as long as both systems hold the record, its next change brings \
            values here again. Delete it there first; a privacy deletion in HubSpot does all of this by itself.

              passerelle forget contact 301

            At a terminal it asks first, unless --yes. Exit code 1: nothing is held of such a record.
            """)

    @Argument(
        help: ArgumentHelp("What it is: company, deal, contact, call, meeting, email, activity.", valueName: "KIND"))
    var kind: String
    @Argument(help: ArgumentHelp("HubSpot's id, or artis:ID.", valueName: "ID")) var id: String
    @Flag(help: "Yes.") var yes = false
    @Flag(help: "One JSON object for programs.") var json = false

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
