import ArgumentParser
import Domain
import Testing

@testable import Console

@Suite("The argument parser's words, in French")
struct ParserWordsTests {
    private func said(_ line: String) -> [String] {
        do {
            var command = try Passerelle.parseAsRoot(line.split(separator: " ").map(String.init))
            try command.run()
            return []
        } catch {
            let text = Outcome.text(of: error, .fr)
            return text.replacing("\u{A0}", with: " ").split(separator: "\n").map(String.init)
        }
    }

    @Test(
        "What is said of a wrong option",
        arguments: [
            ("nope", "Erreur : Argument de trop : « nope »"),
            ("pause deal call email", "Erreur : 2 arguments de trop : 'call', 'email'"),
            ("list --bar", "Erreur : Option inconnue : « --bar »"),
            ("list -x", "Erreur : Option inconnue : « -x »"),
            ("list --jsno", "Erreur : Option inconnue : « --jsno ». Vouliez-vous dire « --json » ?"),
            ("list --json=3", "Erreur : L’option « --json » ne prend pas de valeur, et « 3 » lui est donné."),
            ("list --state", "Erreur : Il manque la valeur de « --state <state> »"),
            ("explain", "Erreur : Il manque l’argument « <KIND> »"),
            ("dead show", "Erreur : Il manque l’argument « <ID> ... »"),
            ("dead show x", "Erreur : La valeur « x » ne convient pas à « <ID> »"),
            ("--generate-completion-script=none", "Erreur : Pas de complétion pour « none »."),
        ])
    func faults(line: String, first: String) {
        #expect(said(line).first == first)
    }

    @Test("What we say about a value stands behind what it says, as it is")
    func ours() throws {
        let line = try #require(said("backfill --since hier").first)
        #expect(line.hasPrefix("Erreur : La valeur « hier » ne convient pas à « --since <date> » : "))
        #expect(line.hasSuffix("2026-11-25T08:00:00Z"))
    }

    @Test("Below a fault stand the option's help, the usage, and where to read on")
    func usage() throws {
        let lines = said("explain deal")
        try #require(lines.count == 4)
        #expect(lines[1].hasPrefix("Aide :  <ID>  "))
        #expect(lines[2] == "Utilisation : passerelle explain <KIND> <ID> [--json]")
        #expect(lines[3] == "  Voir « passerelle explain --help » pour en savoir plus.")
    }

    @Test("A page of help has French headings")
    func page() {
        let lines = said("dead --help")
        for line in [
            "UTILISATION : passerelle dead <subcommand>", "OPTIONS :", "SOUS-COMMANDES :",
            "  --version               Afficher la version.", "  -h, --help              Afficher cette aide.",
            "  Voir « passerelle help dead <subcommand> » pour le détail.",
        ] { #expect(lines.contains(line), "\(line)") }
        #expect(lines.first?.hasPrefix("APERÇU : ") == true)
        #expect(said("explain --help").contains("ARGUMENTS :"))
    }

    @Test("Words that it does not know stay as they are, and so does what is no page of help")
    func unknown() {
        let new = ParserWords.french("Error: Bad 'x'\nHint: y\nUsage: z", fault: "Bad 'x'")
        #expect(new == "Erreur\u{A0}: Bad 'x'\nHint: y\nUtilisation\u{A0}: z")
        for text in ["0.1.0", "#!/bin/sh\nOPTIONS:\nUsage: x", "{\"abstract\": \"Show the version.\"}"] {
            #expect(ParserWords.french(text, fault: text) == text)
        }
        let ours = "OVERVIEW: a\n\nWe say: Show the version. See 'x' for detailed help.\n"
        #expect(ParserWords.french(ours, fault: ours) == "APERÇU\u{A0}: " + ours.dropFirst("OVERVIEW: ".count))
    }
}
