import FoundationEssentials
import HTTP
import TestKit
import Testing

extension ObservedTests {
    @Test("Every program exposes what docs/metrics.md says of it: names, types, labels and meaning, and nothing else")
    func page() async throws {
        let office = try Office.open
        let company = try await office.scene.company(siret: Fresh.siret)
        try await Self.tell(office.fleet, "company", company)
        let page = MetricsPage()
        #expect(page.rows.count > 40)
        for program in Self.programs {
            let exposed = Exposed(try #require(try await office.fleet.ask(program, "/metrics")).text)
            let promised = page.rows.filter { $0.isShown(by: program) }
            #expect(Set(exposed.types.keys) == Set(promised.map(\.name)), "\(program)")
            for row in promised {
                #expect(exposed.types[row.name] == row.type, "\(program) \(row.name)")
                #expect(exposed.meanings[row.name] == row.meaning, "\(program) \(row.name)")
                if let labels = exposed.labels[row.name] { #expect(labels == row.labels, "\(program) \(row.name)") }
            }
        }
    }

    @Test("promtool finds nothing to say about the metrics of any program", arguments: ObservedTests.programs)
    func promtool(program: String) async throws {
        let fleet = try Office.open.fleet
        let text = try #require(try await fleet.ask(program, "/metrics")).text
        let file = "\(fleet.folder)/\(program).metrics"
        #expect(FileManager.default.createFile(atPath: file, contents: Data(text.utf8)))
        let tool = try ChildProcess(
            "/bin/sh", arguments: ["-c", #"promtool check metrics <"$1" 2>&1"#, "sh", file], environment: [:],
            log: "\(fleet.folder)/promtool.log")
        let said = await tool.everything()
        #expect(await tool.wait() == 0 && said.isEmpty, "\(said)")
    }

    @Test("What the fleet did is what its figures say")
    func figures() async throws {
        let office = try Office.open
        let fleet = office.fleet
        let before = Exposed(try #require(try await fleet.ask("company-worker", "/metrics")).text)
        let told = Exposed(try #require(try await fleet.ask("ingest", "/metrics")).text)
        let company = try await office.scene.company(siret: Fresh.siret)
        try await Self.tell(fleet, "company", company)
        let blocked = try await office.scene.company(siret: nil)
        try await Self.tell(fleet, "company", blocked)

        let wanted: [(name: String, pairs: [String], least: Double)] = [
            ("passerelle_messages_settled_total", [#"kind="company""#, #"outcome="synced""#], 1),
            ("passerelle_messages_settled_total", [#"kind="company""#, #"outcome="blocked""#], 1),
            ("passerelle_batch_duration_seconds_count", [#"worker="company""#, #"lane="live""#], 2),
            ("passerelle_queue_wait_seconds_count", [#"worker="company""#, #"lane="live""#], 2),
            ("passerelle_hubspot_calls_total", [#"purpose="read""#, #"status="2xx""#], 2),
            ("passerelle_hubspot_call_duration_seconds_count", [#"purpose="read""#], 2),
            ("passerelle_artis_calls_total", [#"operation="write""#, #"status="2xx""#], 1),
            ("passerelle_limiter_wait_seconds_count", [#"lane="live""#], 2),
            ("passerelle_database_transaction_duration_seconds_count", [#"outcome="committed""#], 4),
        ]
        // A batch is counted when it is acknowledged, just after its commit.
        for figure in wanted {
            try await fleet.until(within: 30, "\(figure.name) \(figure.pairs) grows") {
                let after = Exposed(try #require(try await fleet.ask("company-worker", "/metrics")).text)
                return after.sum(figure.name, figure.pairs) - before.sum(figure.name, figure.pairs) >= figure.least
            }
        }

        // Asked anew a few seconds after the last scrape at the latest.
        try await fleet.until("the fleet's figures know of it") {
            let ingest = Exposed(try #require(try await fleet.ask("ingest", "/metrics")).text)
            let pairs = ingest.sum("passerelle_fleet_pairs_by_reason", #"kind="company""#, #"reason="SIRET_MISSING""#)
            return pairs >= 1
        }
        let ingest = Exposed(try #require(try await fleet.ask("ingest", "/metrics")).text)
        let accepted = { (exposed: Exposed) in
            exposed.sum("passerelle_changes_told_total", #"source="webhook""#, #"outcome="accepted""#)
        }
        #expect(accepted(ingest) - accepted(told) == 2)
        #expect(ingest.sum("passerelle_webhook_calls_total", #"status="204""#) >= 2)
        #expect(ingest.sum("passerelle_fleet_pairs", #"kind="company""#, #"state="synced""#) >= 1)
        #expect(ingest.sum("passerelle_fleet_repairs_total") == 0)
    }
}
