import Testing

/// docker/RUNBOOK.md against the alerts that send people there, and the commands that it has them type.
@Suite struct RunBookTests {
    /// Names of the alerts, in their order, with the lines of each.
    private static func alerts() throws -> [(name: String, lines: [Substring])] {
        var alerts: [(name: String, lines: [Substring])] = []
        for line in try Files.text("docker/prometheus/alerts.yml").split(separator: "\n") {
            if let name = line.firstMatch(of: /^ +- alert: (\w+)$/)?.output.1 { alerts.append((String(name), [])) }
            if !alerts.isEmpty { alerts[alerts.count - 1].lines.append(line) }
        }
        return alerts
    }

    @Test("Each alert has its paragraph, under its name and in its order, and leads to it")
    func paragraphs() throws {
        let alerts = try Self.alerts()
        let book = try Files.text("docker/RUNBOOK.md").split(separator: "\n")
        let headings = book.filter { $0.hasPrefix("### ") }.map { String($0.dropFirst(4)) }
        #expect(alerts.count > 15 && alerts.map(\.name) == headings)
        for (name, lines) in alerts {
            #expect(lines.contains { $0.hasSuffix(" runbook_url: docker/RUNBOOK.md#\(name.lowercased())") }, "\(name)")
            for key in ["severity: ", "summary: ", "remedy: "] {
                #expect(lines.contains { $0.contains(key) }, "\(name) has no \(key)")
            }
            let place = try #require(book.firstIndex { $0 == "### \(name)" })
            #expect(book[(place + 1)...].prefix { !$0.hasPrefix("#") }.count >= 1, "\(name)")
        }
    }

    @Test("Each alert is tried both ways: what it must stay silent about, and what it must tell")
    func tried() throws {
        let tests = try Files.text("docker/prometheus/alerts_test.yml") + Files.text("docker/prometheus/disk_test.yml")
        for (name, _) in try Self.alerts() {
            let cases = tests.split(separator: "alertname: ").dropFirst().filter { $0.hasPrefix("\(name)\n") }
            #expect(cases.contains { $0.contains("exp_alerts: []") }, "\(name) is never silent")
            #expect(cases.contains { $0.contains("exp_alerts:\n") }, "\(name) never fires")
        }
    }

    @Test("What the run book has people type exists: commands of passerelle, services, alerts and files")
    func commands() async throws {
        let book = try Files.text("docker/RUNBOOK.md")
        let commands = Set(book.matches(of: /`passerelle (\w+)/).map { String($0.output.1) })
        #expect(commands.isSuperset(of: ["status", "explain", "doctor", "verify", "dead", "retry"]))
        for command in commands.sorted() {
            try await Files.check("\"\(Files.passerelle)\" \(command) --help")
        }
        let compose = try Files.text("docker/compose.yaml")
        let services = book.matches(of: /docker-compose (?:exec(?: -T)?|logs --tail \d+|ps|run --rm) ([a-z][a-z-]+)/)
        #expect(services.count > 8)
        for service in Set(services.map(\.output.1)) { #expect(compose.contains("\n  \(service):\n"), "\(service)") }
        let options = book.matches(of: /`passerelle (\w+)[^`]*? (--[a-z-]+)/).map { "\($0.output.1) --help | grep -q -- '\($0.output.2)'" }
        for option in Set(options).sorted() { try await Files.check("\"\(Files.passerelle)\" \(option)") }
    }
}
