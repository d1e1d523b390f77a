import HTTP
import TestKit

/// The calls that HubSpot took in a stretch of time, each as `POST /crm/…`.
struct Calls {
    let all: [String]

    init(_ fleet: FleetUnderTest, since: Int) async throws {
        let calls = try await fleet.sandbox.hubspot(.get, "calls?system=hubspot&since=\(since)")["calls"]?.array ?? []
        all = calls.map { "\($0["method"]?.string ?? "") \($0["path"]?.string ?? "")" }
    }

    /// The place after the last call of all.
    static func last(_ fleet: FleetUnderTest) async throws -> Int {
        try await fleet.sandbox.hubspot(.get, "calls")["last"]?.int ?? 0
    }

    /// Neither searches nor what is read of the account from time to time.
    var exceptPolls: [String] {
        all.filter { call in
            !call.hasSuffix("/search")
                && !["/owners", "/pipelines", "/properties", "/account-info"].contains { call.contains($0) }
        }
    }

    var writes: [String] { exceptPolls.filter(Self.isWrite) }

    static func isWrite(_ call: String) -> Bool {
        ["/batch/update", "/batch/create", "/batch/archive"].contains { call.hasSuffix($0) }
    }
}
