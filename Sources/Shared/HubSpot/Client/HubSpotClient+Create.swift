public import Domain
import HTTP
import Runtime

extension HubSpotClient {
    /// Makes records with their associations, a hundred a call. A batch that HubSpot refuses as a whole is halved until
    /// the record at fault stands alone, so that it costs its neighbours nothing.
    ///
    /// What has been made is always told: a failure is thrown only while nothing has, else the records that were not
    /// reached have no outcome. After any failure but `.notNow` the records may have been made all the same.
    ///
    /// - Returns: what HubSpot said, by trace; none for a record that it said nothing of: it may have been made, and is
    ///   looked for by its reference before anybody tries again (invariant 8).
    public func create(
        _ kind: Kind, _ creations: [HubSpotCreation], for call: HubSpotCall
    ) async throws(HubSpotFailure) -> [String: Outcome] {
        var outcomes = try await attempt(kind, creations, for: call)
        let again = creations.filter { Self.isAmongThemselves(outcomes[$0.trace]) }
        guard !again.isEmpty, again.count < creations.count else { return outcomes }
        do throws(HubSpotFailure) {
            outcomes.merge(try await attempt(kind, again, for: call)) { _, last in last }
        } catch {
            // They are refused as it is, only less clearly.
        }
        return outcomes
    }

    private func attempt(
        _ kind: Kind, _ creations: [HubSpotCreation], for call: HubSpotCall
    ) async throws(HubSpotFailure) -> [String: Outcome] {
        var outcomes: [String: Outcome] = [:]
        var open = creations.chunks(of: 100).reversed() as [[HubSpotCreation]]
        while let batch = open.popLast() {
            do throws(HubSpotFailure) {
                outcomes.merge(try await createBatch(kind, batch, for: call)) { first, _ in first }
            } catch .refused(let refusal) {
                if batch.count == 1 || refusal.concernsAll {
                    for creation in batch { outcomes[creation.trace] = .failure(refusal) }
                } else {
                    let half = batch.count / 2
                    open += [Array(batch[half...]), Array(batch[..<half])]
                }
            } catch {
                if !outcomes.values.contains(where: { (try? $0.get()) != nil }) { throw error }
                return outcomes
            }
        }
        return outcomes
    }

    /// Two records of one call with one value that must be unique, an e-mail say: HubSpot makes the first. Tried once
    /// more, the other is told who holds the value (R28).
    private static func isAmongThemselves(_ outcome: Outcome?) -> Bool {
        guard case .failure(let refusal) = outcome, refusal.status == 409 else { return false }
        return refusal.holder == nil && refusal.property != HubSpotName.reference
    }

    private func createBatch(
        _ kind: Kind, _ creations: [HubSpotCreation], for call: HubSpotCall
    ) async throws(HubSpotFailure) -> [String: Outcome] {
        let path = "/crm/v3/objects/\(kind.objectType)/batch/create"
        let answer = try await wire.post(path, ["inputs": .array(creations.map(\.json))], .writes, for: call)
        // Results come in no promised order. Our reference tells whose they are where HubSpot repeats no trace.
        let traces = Dictionary(
            creations.compactMap { creation in
                creation.properties[HubSpotName.reference].map { ($0, creation.trace) }
            }, uniquingKeysWith: { first, _ in first })
        return try BatchOutcomes(answer, of: creations.map(\.trace), names: ["objectWriteTraceId"]) { result, object in
            result["objectWriteTraceId"]?.text ?? object.reference.flatMap { traces[$0] }
        }.byKey
    }
}

extension HubSpotCreation {
    var json: JSON {
        var members: [String: JSON] = [
            "properties": .object(properties.mapValues(JSON.string)), "objectWriteTraceId": .string(trace),
        ]
        if !associations.isEmpty { members["associations"] = .array(associations.map(\.json)) }
        return .object(members)
    }
}

extension HubSpotCreation.Association {
    var json: JSON {
        [
            "to": ["id": .string(to.rawValue)],
            "types": [["associationCategory": "HUBSPOT_DEFINED", "associationTypeId": .number(JSONNumber(Int64(typeID)))]],
        ]
    }
}
