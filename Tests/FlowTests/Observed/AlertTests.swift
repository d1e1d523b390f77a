import FoundationEssentials
import TestKit
import Testing

/// docker/prometheus: the rules are sound, fire when they should, and ask for metrics that there are.
@Suite struct AlertTests {
    private static let folder =
        #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 } + "/docker/prometheus"

    @Test("promtool takes the rules, and their tests pass", arguments: ["check rules alerts.yml", "test rules alerts_test.yml"])
    func promtool(command: String) async throws {
        let tool = try ChildProcess(
            "/bin/sh", arguments: ["-c", "cd \"$1\" && exec promtool \(command) 2>&1", "sh", Self.folder], environment: [:],
            log: "/dev/null")
        let said = await tool.everything()
        #expect(await tool.wait() == 0, "\(said)")
    }

    @Test("Every metric of ours that an alert asks for stands on the page of metrics")
    func names() throws {
        let text = try #require(FileManager.default.contents(atPath: Self.folder + "/alerts.yml"))
        let words = String(decoding: text, as: UTF8.self).split { !($0.isLetter || $0.isNumber || $0 == "_") }
        let named = Set(words.filter { $0.hasPrefix("passerelle_") }.map(String.init))
        #expect(named.count >= 8)
        #expect(named.subtracting(MetricsPage().rows.map(\.name)) == [])
    }
}
