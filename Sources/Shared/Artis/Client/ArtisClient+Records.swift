import Domain
import HTTP
import Runtime

extension ArtisClient {
    /// Reads records, a hundred a call. A record that several keys find is given once.
    public func read(_ collection: ArtisCollection, _ keys: ArtisKeys) async throws(ArtisFailure) -> ArtisReading {
        var reading = ArtisReading()
        var seen: Set<ID<ArtisRecord>> = []
        for body in keys.bodies {
            let answer = try await wire.post("/v1/\(collection.rawValue)/lecture", body)
            for json in try answer.list("elements") {
                let record = try ArtisObject(json, status: answer.status)
                if seen.insert(record.id).inserted { reading.records.append(record) }
            }
            for json in answer.json["absents"]?.array ?? [] {
                guard let id = json["id"]?.text, let why = json["motif"]?.string.flatMap(ArtisAbsence.init) else {
                    throw .faulted(answer.status, "an absence without \"id\" and \"motif\"")
                }
                reading.absent[ID(id)] = why
            }
        }
        return reading
    }

    /// Writes, a hundred operations a call.
    ///
    /// - Parameter origin: comes back with the changes of the feed that these writes cause (R25).
    /// - Returns: one result per operation, in the same order.
    public func write(
        _ collection: ArtisCollection, _ operations: [ArtisOperation], origin: String
    ) async throws(ArtisFailure) -> [ArtisResult] {
        var results: [ArtisResult] = []
        for chunk in operations.chunks(of: 100) {
            let answer = try await wire.post(
                "/v1/\(collection.rawValue)/lots", ["operations": .array(chunk.map(\.json))],
                headers: ["X-Origine": origin], writes: true)
            let list = try answer.list("resultats")
            guard list.count == chunk.count else {
                throw .faulted(answer.status, "\(list.count) results for \(chunk.count) operations")
            }
            for (json, operation) in zip(list, chunk) {
                if let key = json["cle"]?.string, key != operation.key {
                    throw .faulted(answer.status, "results in another order than the operations")
                }
                results.append(try ArtisResult(json, status: answer.status))
            }
        }
        return results
    }

    /// - Parameter after: `ArtisListing.after` of the page before.
    public func list(_ collection: ArtisCollection, after: String? = nil) async throws(ArtisFailure) -> ArtisListing {
        let answer = try await wire.get("/v1/\(collection.rawValue)", after.map { [("suite", $0)] } ?? [])
        var entries: [ArtisListing.Entry] = []
        for json in try answer.list("elements") {
            let record = try ArtisObject(json, status: answer.status)
            entries.append(ArtisListing.Entry(id: record.id, version: record.version, modified: record.modified))
        }
        return ArtisListing(
            entries: entries, after: answer.json["suite"]?.text, cursor: answer.json["curseur"]?.text)
    }
}
