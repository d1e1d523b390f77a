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
    /// Between two changes that people make: some 8 or 13 seconds at the default delay. Told in calls, since they are what
    /// is shared; a slow machine makes them slowly.
    private static let callsPerChange = isFull ? 27 : 17
    /// A round of polls is six calls at once: the short form's half minute tells no average of that, and has none.
    private static let pollSeconds = isFull ? "30" : "600"

    @Test("R23 live changes overtake a backfill at the default delay, and the backfill keeps four calls of five")
    func overtakes() async throws {
        let companies = Self.isFull ? "11000" : "1200"
        try await FleetUnderTest.run(
            sandbox: ["--fill", "sme", "--companies", companies, "--limit-ten-seconds", "600"],
            settings: ["HUBSPOT_WINDOW_MAX": "501", "HUBSPOT_POLL_SECONDS": Self.pollSeconds, "DRAIN_SECONDS": "2"]
        ) { fleet in
            var desk = try await LiveDesk(fleet)
            let backfill = try fleet.start("passerelle", arguments: ["backfill"])
            try await fleet.until("a backlog") { try await desk.backlog > 500 }
            try await work(at: &desk)
            if Self.isFull {
                #expect(await backfill.first?.wait() == 0)
                try await fleet.until(within: 3600, "the end of the backfill") { try await desk.backlog == 0 }
                print("Show 3: all of it: \(try await desk.whole())")
            }
        }
    }

    /// A change of each kind in turn; at the end, a company that is new, with its deal.
    private func work(at desk: inout LiveDesk) async throws {
        let began = try await desk.now
        var latencies: [(String, Duration)] = []
        for kind in Self.isFull ? Array(repeating: LiveDesk.kinds, count: 5).flatMap(\.self) : LiveDesk.kinds {
            latencies.append((kind.rawValue, try await desk.edit(kind)))
            try await desk.until(calls: latencies.count * Self.callsPerChange, since: began)
        }
        let share = try await desk.share(since: began)
        #expect(try await desk.backlog > 0, "the backfill ended too early to be overtaken")
        latencies.append(contentsOf: try await desk.enterCompany())
        for (name, latency) in latencies { print("Show 3: \(name) in artis.net after \(latency)") }
        print("Show 3: \(share)")
        #expect(latencies.allSatisfy { $0.1 <= Self.limit }, "\(latencies)")
        #expect(share.ofBackfill >= 0.8)
    }
}
