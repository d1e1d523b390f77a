import ArgumentParser
import Database
import Domain
import Oversight
import Testing

@testable import Console

@Suite("How it is called")
struct UsageTests {
    /// The exit code of a command line that does not get as far as a command of ours; -1 for one that does.
    private func code(_ line: String) -> Int32 {
        do {
            var command = try Passerelle.parseAsRoot(line.split(separator: " ").map(String.init))
            // The parser's own command, which shows the help.
            if !(command is any AsyncParsableCommand) { try command.run() }
            return -1
        } catch { return Outcome.code(for: error) }
    }

    static let wrong = [
        "nope", "explain", "explain deal", "explain foo 12", "explain deal abc", "explain activity 12",
        "explain deal artis:", "list --state foo", "list --reason FOO", "list --kind foo", "list --bar", "retry",
        "retry deal", "retry deal 12 --state failed", "retry --state synced", "pause", "pause activity",
        "list --older-than 3w", "list --older-than d", "list --since yesterday", "list --limit 0",
        "retry --older-than 3d", "retry deal 12 --older-than 3d", "dead list --limit x", "dead discard --older-than 1y",
        "pause deal contact", "dead discard", "dead discard 4 --all", "dead discard x", "dead show", "backfill --since tomorrow",
        "backfill --kind person", "link", "link deal 4102", "link deal 4102 AF1", "link deal artis:AF1 artis:AF2",
        "link activity artis:AC1 artis:AC1", "link deal 4102 artis:AF1 --file x.csv", "verify --kind person", "verify deal",
        "forget", "forget contact", "forget person 12", "setup company", "doctor --fix", "status --wait-idle -1", "status --wait-idle soon",
        "status --wait-idle=-1", "list --after=-1", "list --json=3", "list --jsno", "--generate-completion-script=none",
    ]

    @Test("Wrong usage is exit code 2", arguments: wrong)
    func wrongUsage(line: String) {
        #expect(code(line) == 2)
    }

    @Test(
        "--help and --version are exit code 0",
        arguments: ["--help", "--version", "explain --help", "dead list --help"])
    func help(line: String) {
        #expect(code(line) == 0)
    }

    @Test(
        "What is right is parsed",
        arguments: [
            "migrate", "status --json --wait-idle 1.5", "explain activity artis:AC01 --json", "explain company 12",
            "list --state not-eligible --reason siret_missing --kind call", "retry deal 12",
            "retry --kind email --yes", "dead list --json --kind deal", "dead show 4 5", "dead discard --all --yes",
            "backfill --kind deal --kind contact --since 2026-01-01 --dry-run", "resume meeting", "doctor --json", "setup", "setup --dry-run --yes",
            "link deal 4102 artis:AF000001", "link --file pairs.csv --yes --json", "verify --kind deal --kind call --repair",
            "list --older-than 12h --limit 5 --after 3", "retry --state failed --older-than 3d --yes --json",
            "dead discard --older-than 30m --yes --json", "pause deal --json", "resume deal --json",
            "forget contact 301 --json", "backfill --dry-run --json", "backfill --from-start",
            "verify --json", "forget contact 301", "forget activity artis:AC1 --yes",
        ])
    func right(line: String) {
        #expect(code(line) == -1)
    }

    @Test(
        "A failure found on the way is exit code 1, a refusal 2",
        arguments: [
            (ConsoleFailure.timedOut, 1), (.notFound(""), 1), (.database(.deadline), 1), (.broker(""), 1),
            (.schema(.behind([1])), 1), (.refused("add --yes"), 2),
        ] as [(ConsoleFailure, Int32)])
    func failures(failure: ConsoleFailure, code: Int32) {
        #expect(Outcome.code(for: failure) == code)
    }

    @Test("A refusal names what was given and what is allowed")
    func refusals() {
        #expect(said("list --state foo").contains("synced, pending, waiting, not_eligible"))
        #expect(said("explain deal abc").contains("artis:abc"))
        #expect(said("retry").contains("--state, --reason"))
        #expect(said("backfill --since 1/2/26").contains("2026-11-25"))
    }

    private func said(_ line: String) -> String {
        do { _ = try Passerelle.parseAsRoot(line.split(separator: " ").map(String.init)) } catch {
            return Passerelle.fullMessage(for: error)
        }
        return ""
    }

    @Test("An artis action may be a call, a meeting or an email")
    func activity() throws {
        #expect(try RecordName(kind: "activity", id: "artis:AC01").kinds == [.call, .meeting, .email])
        let deal = try RecordName(kind: "DEAL", id: "4102")
        #expect(deal.kinds == [.deal] && deal.system == .hubspot && deal.id == "4102")
        let affaire = try RecordName(kind: "deal", id: "artis:AF000001")
        #expect(affaire.system == .artis && affaire.id == "AF000001")
    }
}
