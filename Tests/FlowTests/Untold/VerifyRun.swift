import Domain
import HTTP
import TestKit

/// One run of `passerelle verify --json`, and what the two systems saw of it.
struct VerifyRun {
    var code: Int32
    /// `kind artis-id` of the records that it names.
    var named: Set<String>
    /// Their lines.
    var lines: [String: String]
    var hubspotCalls: [String]
    var artisCalls: [String]

    init(_ office: Office, repair: Bool = false) async throws {
        let sandbox = office.fleet.sandbox
        let before = try await sandbox.hubspot(.get, "calls")["last"]?.int ?? 0
        let (code, output) =
            repair
            ? try await office.fleet.passerelle("verify", "--json", "--repair")
            : try await office.fleet.passerelle("verify", "--json")
        self.code = code
        lines = [:]
        for line in output.split(separator: "\n") {
            let json = try JSON.parse(Array(line.utf8))
            lines["\(json["kind"]?.string ?? "") \(json["artis_id"]?.string ?? "")"] = String(line)
        }
        named = Set(lines.keys)
        var calls: [String: [String]] = [:]
        for call in try await sandbox.hubspot(.get, "calls?since=\(before)")["calls"]?.array ?? [] {
            calls[call["system"]?.string ?? "", default: []].append("\(call["method"]?.string ?? "") \(call["path"]?.string ?? "")")
        }
        (hubspotCalls, artisCalls) = (calls["hubspot"] ?? [], calls["artis"] ?? [])
    }

    /// Calls that are no reads.
    var writes: [String] { (hubspotCalls + artisCalls).filter(\.isWrite) }

    /// HubSpot calls per least possible: a hundred records a read, a thousand records a direction of associations.
    func ratio(linked: [Kind: Int]) -> Double {
        let least = linked.reduce(0) { sum, entry in
            let directions =
                switch entry.key {
                case .company: 0
                case .deal, .contact: 1
                case .call, .meeting, .email: 3
                }
            return sum + (entry.value + 99) / 100 + directions * ((entry.value + 999) / 1000)
        }
        return Double(hubspotCalls.count) / Double(max(1, least))
    }
}

extension FleetUnderTest {
    /// Calls of either system since that one that are no reads, as `METHOD path`.
    func writes(since before: Int) async throws -> [String] {
        let calls = try await sandbox.hubspot(.get, "calls?since=\(before)")["calls"]?.array ?? []
        return calls.map { "\($0["method"]?.string ?? "") \($0["path"]?.string ?? "")" }.filter(\.isWrite)
    }
}

extension String {
    /// Of a call: whether it is no read.
    fileprivate var isWrite: Bool {
        !hasPrefix("GET ") && !hasSuffix("/batch/read") && !hasSuffix("/lecture") && !hasSuffix("/search")
    }
}
