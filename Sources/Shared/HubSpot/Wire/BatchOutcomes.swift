import Domain
import HTTP

/// What a batched write's answer says of each record, in whatever order it says it. Records are named by keys that the
/// caller chose.
struct BatchOutcomes {
    private(set) var byKey: [String: HubSpotClient.Outcome] = [:]

    /// Faults of HubSpot's own, which say nothing of the record: it stays without an outcome.
    static let passing: Set<String> = ["RATE_LIMITS", "RATE_LIMIT", "INTERNAL_ERROR", "TIMEOUT"]

    /// - Parameters:
    ///   - keys: of all inputs.
    ///   - names: where in an error's context the key of its record may stand, the surest first.
    ///   - key: tells which input a result belongs to.
    init(
        _ answer: HubSpotAnswer, of keys: [String], names: [String],
        key: (_ result: JSON, _ object: HubSpotObject) -> String?
    ) throws(HubSpotFailure) {
        let known = Set(keys)
        var nameless: [HubSpotObject] = []
        for json in try answer.list("results") {
            let object = try HubSpotObject(json, status: answer.status)
            if let key = key(json, object), known.contains(key) {
                byKey[key] = .success(object)
            } else {
                nameless.append(object)
            }
        }
        for error in answer.errors where !Self.passing.contains(error["category"]?.string ?? "") {
            let named = Self.keys(in: error, names)
            let left = keys.filter { byKey[$0] == nil }
            // An error that names nobody belongs to the only record left, if there is one only.
            let meant = named.isEmpty ? (left.count == 1 ? left : []) : named.filter(known.contains)
            for key in meant { byKey[key] = .failure(HubSpotRefusal(element: error)) }
        }
        let left = keys.filter { byKey[$0] == nil }
        if left.count == 1, nameless.count == 1, answer.errors.isEmpty { byKey[left[0]] = .success(nameless[0]) }
    }

    private static func keys(in error: JSON, _ names: [String]) -> [String] {
        names.lazy.compactMap { error["context"]?[$0] }
            .map { ($0.array ?? [$0]).compactMap(\.text) }.first { !$0.isEmpty } ?? []
    }
}
