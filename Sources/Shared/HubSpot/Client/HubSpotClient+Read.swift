public import Domain
import HTTP
import Runtime

extension HubSpotClient {
    /// Reads records, a hundred a call, fifty where histories are asked for.
    ///
    /// - Parameters:
    ///   - properties: names that the account does not have are silently absent.
    ///   - history: properties whose former values are wanted too.
    public func read(
        _ kind: Kind, ids: [ID<HubSpotRecord>], properties: [String], history: [String] = [], for call: HubSpotCall
    ) async throws(HubSpotFailure) -> HubSpotReading {
        var reading = HubSpotReading()
        for chunk in ids.distinct.chunks(of: history.isEmpty ? 100 : 50) {
            var body: [String: JSON] = [
                "inputs": .array(chunk.map { ["id": .string($0.rawValue)] }),
                "properties": .array((properties + [HubSpotName.mergedIDs]).distinct.map(JSON.string)),
            ]
            if !history.isEmpty { body["propertiesWithHistory"] = .array(history.distinct.map(JSON.string)) }
            let answer = try await wire.post(
                "/crm/v3/objects/\(kind.objectType)/batch/read", .object(body), .reads, for: call)
            try reading.take(answer, asked: chunk)
        }
        return reading
    }
}

extension HubSpotReading {
    /// Results come in no promised order, and a record that was merged away under its survivor's id.
    fileprivate mutating func take(_ answer: HubSpotAnswer, asked: [ID<HubSpotRecord>]) throws(HubSpotFailure) {
        var byID: [ID<HubSpotRecord>: HubSpotObject] = [:]
        for object in try answer.records() {
            for id in object.mergedIDs where byID[id] == nil { byID[id] = object }
            byID[object.id] = object
        }
        for id in asked {
            if let object = byID[id] { found[id] = object } else { missing.insert(id) }
        }
    }
}
