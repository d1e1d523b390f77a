import FoundationEssentials
import HTTP
import TestKit
import Testing

/// What somebody does with the dashboard in a real browser: `Tests/FlowTests/python/dashboard` drives Chromium against the
/// fleet of an office, and starts the dashboard itself, for some steps stop it.
enum BrowserTale {
    /// Tells a tale to its end; the step that failed is named, with all that went before.
    static func tell(_ tale: String, in office: Office, at location: SourceLocation = #_sourceLocation) async throws {
        let fleet = office.fleet
        let given = ProcessInfo.processInfo.environment
        let venv = try #require(
            given["PASSERELLE_TEST_VENV"],
            "PASSERELLE_TEST_VENV names no Python environment with playwright: run bin/test, which makes one")
        let settings = fleet.folder + "/\(tale).json"
        try Data(self.settings(fleet, screenshots: given["PASSERELLE_SCREENSHOTS"]).serialise())
            .write(to: URL(filePath: settings))
        let root = #filePath.split(separator: "/").dropLast(2).reduce("") { $0 + "/" + $1 }
        let python = try ChildProcess(
            venv + "/bin/python", arguments: [root + "/python/dashboard", tale, settings],
            environment: [
                // Chromium makes a socket there, and the path of a socket is short: not in the fleet's own folder.
                "TMPDIR": given["TMPDIR"] ?? "/tmp", "HOME": fleet.folder, "PYTHONDONTWRITEBYTECODE": "1", "LANG": "C.UTF-8",
            ], log: "\(fleet.folder)/\(tale).log")
        let story = await python.everything()
        let code = await python.wait()
        print(story)
        #expect(code == 0, "\(story.split(separator: "\n").suffix(4).joined(separator: "\n"))", sourceLocation: location)
        guard code != 0, let words = FileManager.default.contents(atPath: python.log) else { return }
        print(String(decoding: words.suffix(4_000), as: UTF8.self))
    }

    /// The addresses, and SIRETs that nobody has used.
    private static func settings(_ fleet: FleetUnderTest, screenshots: String?) -> JSON {
        [
            "program": .string(Built.program("dashboard")),
            "environment": .object(fleet.environment.mapValues(JSON.string)),
            "sirets": .array((0..<20).map { _ in .string(Fresh.siret) }),
            "screenshots": screenshots.map(JSON.string) ?? .null,
        ]
    }
}
