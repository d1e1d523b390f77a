import ArgumentParser
import Database
import Domain
import Oversight

struct RetryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: "Try blocked, failed, retrying or not eligible records again, one or by filter.",
        discussion: """
              passerelle retry deal 4102
              passerelle retry --state failed --yes
              passerelle retry --reason ARTIS_REFUSED --kind contact --older-than 1d --yes

            Seldom needed: a record is tried again by itself when it changes, or when what its reason names changes. \
            More than one record at a time needs --yes; without it a person at a terminal is asked, and a script is \
            told how many, and refused.
            """)

    @Argument(
        help: ArgumentHelp("What it is: company, deal, contact, call, meeting, email, activity.", valueName: "KIND"))
    var kind: String?
    @Argument(help: ArgumentHelp("HubSpot's id, or artis:ID.", valueName: "ID")) var id: String?
    @OptionGroup var filter: FilterOptions
    @Flag(help: "Yes, more than one record.") var yes = false
    @Flag(help: "One JSON object for programs.") var json = false

    func validate() throws {
        switch (kind, id, filter.filter.isEmpty) {
        case (let kind?, let id?, true): _ = try RecordName(kind: kind, id: id)
        case (nil, nil, false): break
        case (.some, nil, _): throw ValidationError("ID: missing; KIND and ID name one record, options name many")
        case (_, _, true): throw ValidationError("name a record (KIND ID), or records by --state, --reason or --kind")
        case (_, _, false): throw ValidationError("either KIND and ID, or options, not both")
        }
        if id != nil, filter.age.since != nil || filter.age.olderThan != nil {
            throw ValidationError("either KIND and ID, or options, not both")
        }
        if let state = filter.state, !RetryPairs.states.contains(state) {
            throw ValidationError("--state: only blocked, failed, retrying and not_eligible records can be tried again")
        }
    }

    func run() async throws {
        let name: RecordName? = if let kind, let id { try RecordName(kind: kind, id: id) } else { nil }
        try await Desk.with { desk in
            let retry = Retry(desk: desk, json: json)
            if let name { try await retry.one(name) } else { try await retry.many(filter.filter, sure: yes) }
        }
    }
}
