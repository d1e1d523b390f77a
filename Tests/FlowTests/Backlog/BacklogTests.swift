import Database
import Domain
import FoundationEssentials
import HTTP
import TestKit
import Testing

/// Issue, Show 3; R23. The short form works behind some thousand records, `PASSERELLE_FULL=1` behind 50,000.
@Suite struct BacklogTests {
    private static let isFull = ProcessInfo.processInfo.environment["PASSERELLE_FULL"] == "1"
    private static let limit: Duration = .seconds(5)

    @Test("R23 live changes overtake a backfill at the default delay, and the backfill keeps four calls of five")
    func overtakes() async throws {
        let companies = Self.isFull ? "11000" : "1200"
        try await FleetUnderTest.run(
            sandbox: ["--fill", "sme", "--companies", companies, "--limit-ten-seconds", "600"],
            settings: ["HUBSPOT_WINDOW_MAX": "501", "HUBSPOT_POLL_SECONDS": "30", "DRAIN_SECONDS": "2"]
        ) { fleet in
            var desk = try await LiveDesk(fleet)
            let backfill = try fleet.start("passerelle", arguments: ["backfill"])
            try await fleet.until("a backlog") { try await desk.backlog > 500 }
            try await work(at: &desk, pause: .milliseconds(Self.isFull ? 12_000 : 3500))
            if Self.isFull {
                #expect(await backfill.first?.wait() == 0)
                try await fleet.until(within: 3600, "the end of the backfill") { try await desk.backlog == 0 }
                print("Show 3: all of it: \(try await desk.whole())")
            }
        }
    }

    /// A change of each kind in turn; at the end, a company that is new, with its deal.
    private func work(at desk: inout LiveDesk, pause: Duration) async throws {
        let began = try await desk.now
        var latencies: [(String, Duration)] = []
        for kind in Self.isFull ? Array(repeating: LiveDesk.kinds, count: 5).flatMap(\.self) : LiveDesk.kinds {
            latencies.append((kind.rawValue, try await desk.edit(kind)))
            try await Task.sleep(for: pause)
        }
        let share = try await desk.share(since: began)
        #expect(try await desk.backlog > 0, "the backfill ended too early to be overtaken")
        latencies.append(contentsOf: try await desk.enterCompany())
        for (name, latency) in latencies { print("Show 3: \(name) in artis.net after \(latency)") }
        print("Show 3: \(share)")
        #expect(latencies.allSatisfy { $0.1 <= Self.limit }, "\(latencies)")
        // Nine calls for four changes weigh more in the short form's half minute.
        #expect(share.ofBackfill >= (Self.isFull ? 0.8 : 0.7))
    }
}
