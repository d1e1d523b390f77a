import Domain
import Logging
import Observability
import TestKit
import Testing

@testable import Database
@testable import Pipeline

@Suite struct FleetFiguresTests {
    @Test("Every kind and state shows a figure, several reasons of one state are one; without figures nothing is shown")
    func series() {
        let series = FleetSeries(figures: [
            .pairs(.deal, .waiting, .companyNotSynced, count: 2, oldest: .seconds(40)),
            .pairs(.deal, .waiting, .noCompany, count: 1, oldest: .seconds(90)),
            .outbox(.live, count: 7, oldest: .seconds(3)), .paused(.deal),
        ])
        let deals = FleetSeries.StandingLabels(kind: .deal, state: .waiting)
        #expect(series.pairs.count == 48 && series.pairs.first { $0.labels == deals }?.value == 3)
        #expect(series.oldestPairs.first { $0.labels == deals }?.value == 90)
        #expect(series.pairs.reduce(0) { $0 + $1.value } == 3)
        #expect(series.pairsByReason.map(\.value) == [2, 1])
        #expect(series.outboxRows.map(\.value) == [7, 0] && series.outboxAge.map(\.value) == [3, 0])
        #expect(series.paused.filter { $0.value == 1 }.map(\.labels.kind) == [.deal])
        let nothing = FleetSeries(figures: [])
        #expect(nothing.pairs.isEmpty && nothing.outboxAge.isEmpty && nothing.paused.isEmpty && nothing.repairs.isEmpty)
        #expect(nothing.deadLetters == nil && nothing.quota == nil)
    }

    @Test("Scrapes cost one query in a few seconds, whoever asks; a database that is away costs nobody a scrape")
    func bounded() async throws {
        let quiet = Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }
        try await TestDatabase.with { test in
            let metrics = Metrics()
            FleetFigures(database: test.database, fresh: .seconds(3600), logger: quiet).register(in: metrics)
            #expect(await metrics.answer().contains(#"passerelle_fleet_pairs{kind="deal",state="pending"} 0"#))
            try await test.database.script("INSERT INTO pair (kind, hubspot_id, wanted) VALUES ('deal', '1', 1)")
            #expect(await metrics.answer().contains(#"passerelle_fleet_pairs{kind="deal",state="pending"} 0"#))
            let anew = Metrics()
            FleetFigures(database: test.database, fresh: .zero, logger: quiet).register(in: anew)
            #expect(await anew.answer().contains(#"passerelle_fleet_pairs{kind="deal",state="pending"} 1"#))
        }
        // Connects to nobody: port 9 of the loopback interface.
        let away = try Database(url: "postgresql://nobody@127.0.0.1:9/none", connections: 1, application: "tests")
        defer { away.close() }
        let metrics = Metrics()
        metrics.counter("calls_total", "Calls.").increment()
        FleetFigures(database: away, logger: quiet).register(in: metrics)
        let text = await metrics.answer()
        #expect(text.contains("calls_total 1") && !text.contains("passerelle_fleet_pairs{"))
    }
}
