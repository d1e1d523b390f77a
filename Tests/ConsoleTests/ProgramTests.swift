import FoundationEssentials
import TestKit
import Testing

@testable import Console

@Suite("The program itself")
struct ProgramTests {
    private func run(_ arguments: [String], _ environment: [String: String]) async throws -> (
        code: Int32, out: String, log: String
    ) {
        let log = "\(TemporaryFolder.path)/passerelle-\(UInt64.random(in: .min ... .max)).log"
        let process = try ChildProcess(
            Built.program("passerelle"), arguments: arguments, environment: environment, log: log)
        let out = await process.everything()
        let code = await process.wait()
        let text = (try? Data(contentsOf: URL(filePath: log))).map { String(decoding: $0, as: UTF8.self) } ?? ""
        try? FileManager.default.removeItem(atPath: log)
        return (code, out, text)
    }

    @Test("Missing settings are exit code 78, all of them at once, by name")
    func settings() async throws {
        let (code, _, log) = try await run(["backfill"], [:])
        #expect(code == 78)
        for name in ["DATABASE_URL", "HUBSPOT_ACCESS_TOKEN", "ARTIS_BASE_URL", "ARTIS_API_KEY"] {
            #expect(log.contains(name + ": missing"))
        }
    }

    @Test("They are told in the language of whoever sits there, with what each may be")
    func settingsInFrench() async throws {
        let wrong = ["LANG": "fr_FR.UTF-8", "DATABASE_URL": "mysql://u:s3cret@h/x", "HUBSPOT_WINDOW_MAX": "beaucoup"]
        let (code, _, log) = try await run(["backfill"], wrong)
        #expect(code == 78 && log.contains("paramètres sont à corriger :") && !log.contains("s3cret"))
        #expect(log.contains("HUBSPOT_WINDOW_MAX : reçu \"beaucoup\" ; attendu : un nombre entier de"))
        #expect(log.contains("ARTIS_API_KEY : manquant ; attendu : la clé d’API d’artis.net"))
        #expect(log.contains("(ou ARTIS_API_KEY_FILE, un fichier qui le contient)"))
    }

    @Test("migrate makes the tables once; before it the others say what to do")
    func migrate() async throws {
        try await TestDatabase.with(migrated: false) { test in
            let french = ["DATABASE_URL": test.url, "LANG": "fr_FR.UTF-8"]
            let early = try await run(["list"], french)
            #expect(early.code == 1 && early.log.contains("lancez « passerelle migrate »"))
            let first = try await run(["migrate"], french)
            #expect(first.code == 0 && first.out.contains("✓ 1 schema"))
            #expect(try await run(["migrate"], french).out == "Le schéma est à jour.\n")
            #expect(try await run(["list"], ["DATABASE_URL": test.url]).out == "No records.\n")
        }
    }

    @Test("Wrong usage is exit code 2 and goes to standard error, help to standard output")
    func usage() async throws {
        let wrong = try await run(["explain", "deal"], [:])
        #expect(wrong.code == 2 && wrong.out.isEmpty && wrong.log.contains("Usage: passerelle explain <KIND> <ID>"))
        let help = try await run(["--help"], [:])
        #expect(help.code == 0 && help.out.contains("passerelle backfill --dry-run") && help.log.isEmpty)
    }

    @Test("A database that is away is told in one line, without its password")
    func away() async throws {
        let (code, _, log) = try await run(["list"], ["DATABASE_URL": "postgresql://u:s3cret@127.0.0.1:1/x"])
        #expect(code == 1 && log.contains("DATABASE_URL: ") && !log.contains("s3cret"))
    }
}

private enum TemporaryFolder {
    static let path = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
}
