import Database
import FoundationEssentials
import HTTP
import TestKit
import Testing

/// Issue, "Failures"; invariants 1, 7: an outage costs one probing call at a time and nobody's attempts.
@Suite struct OutageTests {
    private static let isFull = ProcessInfo.processInfo.environment["PASSERELLE_FULL"] == "1"

    private static func run(_ body: (FleetUnderTest, StormData) async throws -> Void) async throws {
        try await FleetUnderTest.run(
            sandbox: ["--fill", "sme", "--companies", "40", "--seed", "11"] + FleetUnderTest.briskSandbox,
            settings: FleetUnderTest.briskSettings
        ) { fleet in
            try await fleet.setDelay(30)
            let data = try await StormData(fleet.sandbox)
            try fleet.start("ingest")
            try fleet.startWorkers(count: 2)
            try await fleet.until("reference data is there") { try await fleet.callsOfHubSpot >= 4 }
            try await body(fleet, data)
        }
    }

    private static func tell(_ fleet: FleetUnderTest, _ data: StormData) async throws {
        var random = StormRandom(seed: 5)
        try await StormTelling(fleet: fleet).accept(data.records, random: &random)
    }

    /// Calls that a system has seen, in order.
    private static func calls(_ fleet: FleetUnderTest, of system: String) async throws -> [JSON] {
        let calls = try await fleet.sandbox.hubspot(.get, "calls?system=\(system)")["calls"]?.array ?? []
        return calls.sorted { ($0["arrived_at_us"]?.int ?? 0) < ($1["arrived_at_us"]?.int ?? 0) }
    }

    @Test(
        "A system that answers nothing but errors gets one probing call at a time, and nobody's attempts are spent",
        arguments: [("hubspot", 503), ("artis", 500)] + (isFull ? [("hubspot", 500), ("artis", 503)] : []))
    func outage(system: String, status: Int) async throws {
        try await Self.run { fleet, data in
            let fault = try await fleet.spoil(#"{"kind": "status", "system": "\#(system)", "status": \#(status)}"#)
            try await Self.tell(fleet, data)
            try await fleet.until("the breaker opens") {
                try await fleet.database.first(StormBreaker(system: system)) ?? false
            }
            try await Task.sleep(for: .seconds(3))
            let before = try await Self.calls(fleet, of: system).count
            try await Task.sleep(for: .seconds(8))
            let probes = Array(try await Self.calls(fleet, of: system).dropFirst(before))
            // Probes come after 1, 2, 4, 8 … seconds: two at most in these eight.
            #expect((1...2).contains(probes.count), "\(probes.map { $0["path"]?.string ?? "" })")
            let unrest = try await fleet.unrest
            #expect(unrest.attempts == 0)
            #expect(unrest.unanswered > 0)
            try await fleet.sandbox.hubspot(.delete, "faults/\(fault)")
            try await fleet.expectExactEnd()
        }
    }

    @Test("Answers of artis that get lost on their way are never made up for by a second record")
    func lostAnswers() async throws {
        try await Self.run { fleet, data in
            try await fleet.spoil(
                #"{"kind": "lose-answer", "system": "artis", "path": "/v1/*/lots", "count": 6, "probability": 0.7}"#)
            try await Self.tell(fleet, data)
            try await fleet.expectExactEnd()
            #expect(try await fleet.spoiled >= 4)
        }
    }

    @Test("R23 a 429 of the ten-second policy keeps the whole fleet still for ten seconds")
    func tenSecondly() async throws {
        try await Self.run { fleet, data in
            try await fleet.spoil(
                #"""
                {"kind": "status", "system": "hubspot", "status": 429, "count": 1, "after": 2,
                 "body": {"status": "error", "errorType": "RATE_LIMIT", "policyName": "TEN_SECONDLY_ROLLING",
                          "message": "You have reached your ten_secondly_rolling limit."}}
                """#)
            try await Self.tell(fleet, data)
            try await fleet.expectExactEnd(penalties: 1)
            let arrivals = try await Self.calls(fleet, of: "hubspot").map { call in
                (call["arrived_at_us"]?.int ?? 0, call["status"]?.int)
            }
            let refused = try #require(arrivals.first { $0.1 == 429 }?.0)
            // What had its permit already when the answer came may still arrive.
            let still = arrivals.filter { $0.0 > refused + 500_000 && $0.0 < refused + 9_980_000 }
            #expect(still.isEmpty)
            #expect(arrivals.contains { $0.0 >= refused + 9_980_000 })
        }
    }

    @Test("Locked records, bad gateways, broken answers and dropped connections in any mixture: the fleet converges")
    func mixture() async throws {
        try await Self.run { fleet, data in
            let faults = [
                #"{"kind": "status", "system": "hubspot", "status": 423, "probability": 0.1, "count": 8}"#,
                #"{"kind": "status", "system": "hubspot", "status": 502, "probability": 0.1, "count": 8}"#,
                #"{"kind": "drop", "system": "hubspot", "probability": 0.1, "count": 8}"#,
                #"{"kind": "malformed", "system": "hubspot", "path": "/crm", "probability": 0.05, "count": 2}"#,
                #"{"kind": "status", "system": "artis", "status": 503, "probability": 0.1, "count": 8}"#,
                #"{"kind": "drop", "system": "artis", "path": "/v1/*/l", "probability": 0.1, "count": 8}"#,
                #"{"kind": "lose-answer", "system": "artis", "path": "/v1/*/lots", "probability": 0.2, "count": 8}"#,
            ]
            for fault in faults { try await fleet.spoil(fault) }
            try await Self.tell(fleet, data)
            try await fleet.expectExactEnd(within: 200)
        }
    }
}
