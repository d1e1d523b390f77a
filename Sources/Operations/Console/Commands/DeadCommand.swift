import ArgumentParser

struct DeadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dead",
        abstract: "Look at messages that could not be worked on, and throw them away.",
        discussion: """
            A message is never the data itself: what it was about stands in the record, which “passerelle retry” tries \
            again. So a letter may be thrown away once its reason is understood.
            """,
        subcommands: [DeadListCommand.self, DeadShowCommand.self, DeadDiscardCommand.self])
}
