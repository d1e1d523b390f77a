import Foundation
import Testing

@testable import Sandbox

struct OfficialClientTests {
    /// `PASSERELLE_TEST_VENV` names a Python environment that has `hubspot-api-client`; without it one is made.
    @Test("HubSpot's own Python client finds everything as it expects")
    func official() async throws {
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("venv-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: scratch) }
        var venv = scratch.path
        if let given = ProcessInfo.processInfo.environment["PASSERELLE_TEST_VENV"] {
            venv = given
        } else {
            try run("/usr/bin/env", ["python3", "-m", "venv", venv])
            try run("\(venv)/bin/pip", ["install", "--quiet", "hubspot-api-client"])
        }
        let program = try SandboxProgram()
        try await program.send("PATCH", "/sandbox/hubspot/settings", ["search_lag_ms": 0])
        try await program.send("POST", "/sandbox/hubspot/owners", ["email": "zoe@exemple.fr", "userId": 5])
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("python/official_client.py").path
        try run("\(venv)/bin/python", [script, program.hubspot, "t"])
        #expect(program.stop() == 0)
    }

    private func run(_ command: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command)
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(said)")
    }
}
