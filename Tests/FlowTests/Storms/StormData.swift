import Domain
import HTTP
import TestKit

/// All records that the sandbox's generator made, as HubSpot holds them at the moment.
struct StormData: Sendable {
    let records: [StormRecord]
    /// Labels of the sales stages by id.
    let stages: [String: String]

    init(_ sandbox: SandboxUnderTest) async throws {
        let expected = try await sandbox.artis(.get, "artis/attendus")["fiches"]?.object ?? [:]
        var records: [StormRecord] = []
        for kind in Kind.allCases {
            let path = "records/hubspot/\(StormRecord.collection(of: kind))"
            let dumped = try await sandbox.hubspot(.get, path)["records"]?.array ?? []
            for record in dumped {
                guard let id = record["id"]?.text, let wanted = expected[kind.rawValue]?[id],
                    let record = StormRecord(kind: kind, id: id, expected: wanted, dumped: record)
                else { continue }
                records.append(record)
            }
        }
        self.records = records
        let pipelines = try await sandbox.hubspot(.get, "records/hubspot/pipelines")["records"]?.array ?? []
        let all = pipelines.flatMap { $0["stages"]?.array ?? [] }
        stages = Dictionary(all.map { ($0["id"]?.text ?? "", $0["label"]?.string ?? "") }) { first, _ in first }
    }

    var companies: [StormRecord] { records.filter { $0.kind == .company } }
    var dependants: [StormRecord] { records.filter { $0.kind != .company } }
}
