import TestKit
import Testing

@testable import Console

@Suite("The program itself")
struct ProgramTests {
    @Test("Missing settings are exit code 78, all of them at once, by name")
    func settings() async throws {
        let answer = try await Program.run(["backfill"], [:])
        #expect(answer.code == 78)
        for name in ["DATABASE_URL", "HUBSPOT_ACCESS_TOKEN", "ARTIS_BASE_URL", "ARTIS_API_KEY"] {
            #expect(answer.log.contains(name + ": missing"))
        }
    }

    @Test("They are told in the language of whoever sits there, with what each may be")
    func settingsInFrench() async throws {
        let wrong = ["LANG": "fr_FR.UTF-8", "DATABASE_URL": "mysql://u:s3cret@h/x", "HUBSPOT_WINDOW_MAX": "beaucoup"]
        let answer = try await Program.run(["backfill"], wrong)
        let log = answer.log
        #expect(answer.code == 78 && log.contains("paramètres sont à corriger :") && !log.contains("s3cret"))
        #expect(log.contains("HUBSPOT_WINDOW_MAX : reçu \"beaucoup\" ; attendu : un nombre entier de"))
        #expect(log.contains("ARTIS_API_KEY : manquant ; attendu : la clé d’API d’artis.net"))
        #expect(log.contains("(ou ARTIS_API_KEY_FILE, un fichier qui le contient)"))
    }

    @Test("migrate makes the tables once; before it the others say what to do")
    func migrate() async throws {
        try await TestDatabase.with(migrated: false) { test in
            let french = ["DATABASE_URL": test.url, "LANG": "fr_FR.UTF-8"]
            let early = try await Program.run(["list"], french)
            #expect(early.code == 1 && early.log.contains("lancez « passerelle migrate »"))
            let first = try await Program.run(["migrate"], french)
            #expect(first.code == 0 && first.out.contains("✓ 1 schema"))
            #expect(try await Program.run(["migrate"], french).out == "Le schéma est à jour.\n")
            #expect(try await Program.run(["list"], ["DATABASE_URL": test.url]).out == "No records.\n")
        }
    }

    @Test("Wrong usage is exit code 2 and goes to standard error, help to standard output")
    func usage() async throws {
        let wrong = try await Program.run(["explain", "deal"], [:])
        #expect(wrong.code == 2 && wrong.out.isEmpty && wrong.log.contains("Usage: passerelle explain <KIND> <ID>"))
        let help = try await Program.run(["--help"], [:])
        #expect(help.code == 0 && help.out.contains("passerelle backfill --dry-run") && help.log.isEmpty)
    }

    @Test("A database that is away is told in one line, without its password")
    func away() async throws {
        let answer = try await Program.run(["list"], ["DATABASE_URL": "postgresql://u:s3cret@127.0.0.1:1/x"])
        #expect(answer.code == 1 && answer.log.contains("DATABASE_URL: ") && !answer.log.contains("s3cret"))
    }
}
