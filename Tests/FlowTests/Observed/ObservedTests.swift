import Database
import Domain
import FoundationEssentials
import HTTP
import Observability
import TestKit
import Testing

/// Issue 7, "Metrics" and "Logs": what a fleet at work tells of itself. Webhooks come from the test alone, so that it knows
/// their traces.
@Suite(
    .office(
        settings: [
            "INGEST_PUBLIC_URL": SignedCall.publicURL, "HUBSPOT_POLL_SECONDS": "3600", "LOG_LEVEL": "debug",
            "METRICS_LISTEN": FleetUnderTest.anyPort,
        ], webhooks: false),
    .watched, .judged, .serialized)
struct ObservedTests {
    static let programs = ["ingest", "dashboard"] + FleetUnderTest.workers

    /// A webhook about one record.
    static func tell(
        _ fleet: FleetUnderTest, _ kind: String, _ id: String, _ event: String = "creation", trace: String? = nil
    ) async throws {
        let call = SignedCall(SignedCall.events(id).replacing("company.propertyChange", with: "\(kind).\(event)"))
        var headers = call.headers
        headers["traceparent"] = trace
        #expect(try await fleet.callReceiver(call.body, headers: headers).status == 204)
        try await fleet.quiet()
    }

    /// The first line of a worker about a record that was settled so; it is written just after the commit.
    static func line(
        _ fleet: FleetUnderTest, of program: String, _ id: String, _ outcome: String
    ) async throws -> JSON {
        var found: JSON?
        try await fleet.until(within: 30, "a line of \(program) about \(id): \(outcome)") {
            found = fleet.log(of: program).compactMap { try? JSON.parse(Array($0.utf8)) }.first {
                $0["message"]?.string == "settled" && $0["hubspot_id"]?.string == id && $0["outcome"]?.string == outcome
            }
            return found != nil
        }
        return found ?? .null
    }

    static func writes(_ fleet: FleetUnderTest, _ path: String) async throws -> [JSON] {
        let calls = try await fleet.sandbox.hubspot(.get, "calls?system=artis")["calls"]?.array ?? []
        return calls.filter { $0["path"]?.string == path && $0["method"]?.string == "POST" }
    }
}
