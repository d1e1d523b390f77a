import Domain
import Foundation
import Testing

@Suite struct SIRETStdnumTests {
    @Test("R5 python-stdnum agrees, but for the differences that the table explains")
    func independent() throws {
        let environment = ProcessInfo.processInfo.environment["PASSERELLE_TEST_VENV"] ?? ""
        try #require(
            !environment.isEmpty,
            "PASSERELLE_TEST_VENV names no Python environment with python-stdnum: run bin/test, which makes one")
        let random = Self.randomTexts()
        let verdicts = try Self.stdnum(SIRETCase.table.map(\.text) + random, environment: environment)
        try #require(verdicts.count == SIRETCase.table.count + random.count)
        for (row, verdict) in zip(SIRETCase.table, verdicts) {
            #expect(
                (row.isValid == verdict) == (row.differs == nil),
                "\(row.testDescription): python-stdnum says \(verdict)")
        }
        for (text, verdict) in zip(random, verdicts.dropFirst(SIRETCase.table.count)) {
            #expect((SIRET(text) != nil) == verdict, "\(text)")
        }
    }

    /// Fourteen digits each, a good part of them valid: with random establishments of known SIRENs, La Poste's included.
    private static func randomTexts() -> [String] {
        var random = Seeded(seed: 14)
        return (0..<3_000).map { _ in
            let siren = random.pick(["732829320", "443061841", "356000000", "552032534", "732829321"])
            return siren + (0..<5).map { _ in String(random.pick(Array(0...9))) }.joined()
        }
    }

    private static func stdnum(_ texts: [String], environment: String) throws -> [Bool] {
        let process = Process()
        process.executableURL = URL(filePath: environment).appending(path: "bin/python")
        let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        process.arguments = [script.appending(path: "python/compare_siret.py").path()]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: JSONEncoder().encode(texts))
        try input.fileHandleForWriting.close()
        let answer = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return try JSONDecoder().decode([Bool].self, from: answer)
    }
}
