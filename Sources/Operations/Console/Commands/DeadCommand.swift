import ArgumentParser

struct DeadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dead",
        abstract: .help(
            fr: "Regarder les messages écartés, qui n’ont pas pu être traités, et les jeter.",
            en: "Look at messages that could not be worked on, and throw them away."),
        discussion: .help(
            fr: """
                Un message n’est jamais la donnée elle-même : ce dont il parlait est dans la fiche, que « passerelle \
                retry » réessaie. Un message écarté peut donc être jeté une fois sa raison comprise.
                """,
            en: """
                A message is never the data itself: what it was about stands in the record, which “passerelle retry” \
                tries again. So a letter may be thrown away once its reason is understood.
                """),
        subcommands: [DeadListCommand.self, DeadShowCommand.self, DeadDiscardCommand.self])
}
