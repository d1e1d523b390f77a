import ArgumentParser
import Database

struct DeadDiscardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "discard", abstract: "Throw dead letters away: one, many, or by filter.",
        discussion: """
              passerelle dead discard 17
              passerelle dead discard --kind deal --yes
              passerelle dead discard --all --yes

            More than one letter at a time needs --yes; without it a person at a terminal is asked, and a script is \
            told how many, and refused.
            """)

    @Argument(help: ArgumentHelp("As “passerelle dead list” tells.", valueName: "ID")) var ids: [Int64] = []
    @OptionGroup var filter: DeadOptions
    @Flag(help: "All of them.") var all = false
    @Flag(help: "Yes, more than one letter.") var yes = false
    @Flag(help: "One JSON object for programs.") var json = false

    func validate() throws {
        let ways = [!ids.isEmpty, !filter.isEmpty, all].filter { $0 }.count
        if ways != 1 { throw ValidationError("name letters by ID, or by --kind, --queue or --reason, or say --all") }
    }

    func run() async throws {
        try await Desk.with { desk in
            try await DeadLetters(desk: desk).discard(filter.filter(ids: ids.isEmpty ? nil : ids), sure: yes, json: json)
        }
    }
}
