import Domain
import HTTP
import TestKit

/// The calls that one of the two systems took in a stretch of time, each as `POST /crm/…`.
struct Calls {
    let all: [String]

    init(_ fleet: FleetUnderTest, to system: System = .hubspot, since: Int) async throws {
        let path = "calls?system=\(system.rawValue)&since=\(since)"
        all = (try await fleet.sandbox.hubspot(.get, path)["calls"]?.array ?? []).map(Self.line)
    }

    /// What both took from the first write of one of them on, in the order of arrival.
    init(_ fleet: FleetUnderTest, sinceFirstWriteTo system: System, since: Int) async throws {
        let calls = try await fleet.sandbox.hubspot(.get, "calls?since=\(since)")["calls"]?.array ?? []
        let tail = calls.drop { $0["system"]?.string != system.rawValue || !Self.isWrite(Self.line($0)) }
        all = tail.dropFirst().map(Self.line)
    }

    private static func line(_ call: JSON) -> String { "\(call["method"]?.string ?? "") \(call["path"]?.string ?? "")" }

    /// The place after the last call of all.
    static func last(_ fleet: FleetUnderTest) async throws -> Int {
        try await fleet.sandbox.hubspot(.get, "calls")["last"]?.int ?? 0
    }

    /// Neither searches nor the feed, nor what is read of the accounts from time to time.
    var exceptPolls: [String] {
        all.filter { call in
            !call.hasSuffix("/search") && !Self.polled.contains { call.contains($0) }
        }
    }

    private static let polled = [
        "/owners", "/pipelines", "/properties", "/account-info",
        "/v1/changements", "/v1/parametres", "/v1/collaborateurs", "/v1/tables-de",
    ]

    var writes: [String] { exceptPolls.filter(Self.isWrite) }

    /// Reads of records.
    var looks: [String] { exceptPolls.filter { $0.hasSuffix("/batch/read") && $0.contains("/objects/") || $0.hasSuffix("/lecture") } }

    static func isWrite(_ call: String) -> Bool {
        ["/batch/update", "/batch/create", "/batch/archive", "/lots"].contains { call.hasSuffix($0) }
    }
}
