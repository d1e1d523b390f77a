import Domain
import HTTP

/// What a batched write's answer says of each record, in whatever order it says it.
struct BatchOutcomes {
    private(set) var byID: [ID<HubSpotRecord>: Result<HubSpotObject, HubSpotRefusal>] = [:]

    /// Faults of HubSpot's own, which say nothing of the record: it stays without an outcome.
    private static let passing: Set<String> = ["RATE_LIMITS", "RATE_LIMIT", "INTERNAL_ERROR", "TIMEOUT"]

    init(_ answer: HubSpotAnswer, of updates: [HubSpotUpdate]) throws(HubSpotFailure) {
        for json in try answer.list("results") {
            let object = try HubSpotObject(json, status: answer.status)
            let trace = json["objectWriteTraceId"]?.text
            byID[trace.map { ID($0) } ?? object.id] = .success(object)
        }
        for error in answer.errors where !Self.passing.contains(error["category"]?.string ?? "") {
            for id in Self.named(in: error, of: updates, unanswered: updates.filter { byID[$0.id] == nil }) {
                byID[id] = .failure(HubSpotRefusal(element: error))
            }
        }
    }

    /// The records that an error speaks of: by their trace, else by their ids, else the only one left.
    private static func named(
        in error: JSON, of updates: [HubSpotUpdate], unanswered: [HubSpotUpdate]
    ) -> [ID<HubSpotRecord>] {
        let context = error["context"]
        let words = ["objectWriteTraceId", "ids", "id"].lazy.compactMap { context?[$0] }
            .map { ($0.array ?? [$0]).compactMap(\.text) }.first { !$0.isEmpty }
        guard let words else { return unanswered.count == 1 ? [unanswered[0].id] : [] }
        return words.map { ID($0) }.filter { id in updates.contains { $0.id == id } }
    }
}
