public import Domain
import HTTP
import Runtime

extension HubSpotClient {
    public typealias Outcome = Result<HubSpotObject, HubSpotRefusal>

    /// Writes to records that exist, a hundred a call. A batch that HubSpot refuses as a whole is halved until the record
    /// at fault stands alone, so that it costs its neighbours nothing.
    ///
    /// - Returns: what HubSpot said of each record; none for one that it said nothing of. Of a record named twice, whose
    ///   writes go one after the other, the refusal counts if there is one.
    public func update(
        _ kind: Kind, _ updates: [HubSpotUpdate], for call: HubSpotCall
    ) async throws(HubSpotFailure) -> [ID<HubSpotRecord>: Outcome] {
        var outcomes: [ID<HubSpotRecord>: Outcome] = [:]
        for wave in Self.waves(updates) {
            for chunk in wave.chunks(of: 100) {
                let answered = try await updateBatch(kind, chunk, for: call)
                outcomes.merge(answered) { first, second in
                    if case .failure = first { first } else { second }
                }
            }
        }
        return outcomes
    }

    /// In each wave a record occurs once: HubSpot refuses a batch that names one twice.
    private static func waves(_ updates: [HubSpotUpdate]) -> [[HubSpotUpdate]] {
        var waves: [[HubSpotUpdate]] = []
        var times: [ID<HubSpotRecord>: Int] = [:]
        for update in updates {
            let time = times[update.id, default: 0]
            times[update.id] = time + 1
            if time == waves.count { waves.append([]) }
            waves[time].append(update)
        }
        return waves
    }

    private func updateBatch(
        _ kind: Kind, _ updates: [HubSpotUpdate], for call: HubSpotCall
    ) async throws(HubSpotFailure) -> [ID<HubSpotRecord>: Outcome] {
        do throws(HubSpotFailure) {
            let path = "/crm/v3/objects/\(kind.objectType)/batch/update"
            let answer = try await wire.post(path, ["inputs": .array(updates.map(\.json))], .writes, for: call)
            let outcomes = try BatchOutcomes(
                answer, of: updates.map(\.id.rawValue), names: ["objectWriteTraceId", "ids", "id"]
            ) { result, object in result["objectWriteTraceId"]?.text ?? object.id.rawValue }
            return Dictionary(uniqueKeysWithValues: outcomes.byKey.map { (ID($0), $1) })
        } catch .refused(let refusal) {
            guard updates.count > 1, !refusal.concernsAll else {
                return Dictionary(uniqueKeysWithValues: updates.map { ($0.id, .failure(refusal)) })
            }
            let half = updates.count / 2
            let first = try await updateBatch(kind, Array(updates[..<half]), for: call)
            let second = try await updateBatch(kind, Array(updates[half...]), for: call)
            return first.merging(second) { first, _ in first }
        }
    }
}

extension HubSpotUpdate {
    /// The record's id serves as trace, so that a 207 names it.
    var json: JSON {
        [
            "id": .string(id.rawValue), "properties": .object(properties.mapValues(JSON.string)),
            "objectWriteTraceId": .string(id.rawValue),
        ]
    }
}
