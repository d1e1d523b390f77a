public import Domain
import HTTP
import Runtime

extension HubSpotClient {
    private typealias Ends = [ID<HubSpotRecord>: [ID<HubSpotRecord>: Set<Int>]]

    /// What records are associated with, a thousand records a call; a record with many links costs further ones.
    ///
    /// - Returns: an entry for each record that has any.
    public func associations(
        of kind: Kind, ids: [ID<HubSpotRecord>], to other: Kind, for call: HubSpotCall
    ) async throws(HubSpotFailure) -> [ID<HubSpotRecord>: [HubSpotAssociation]] {
        var ends: Ends = [:]
        var inputs: [JSON] = ids.distinct.map { ["id": .string($0.rawValue)] }
        let path = "/crm/v4/associations/\(kind.objectType)/\(other.objectType)/batch/read"
        while !inputs.isEmpty {
            var further: [JSON] = []
            for chunk in inputs.chunks(of: 1000) {
                let answer = try await wire.post(path, ["inputs": .array(chunk)], .reads, for: call)
                further += try Self.take(answer, into: &ends)
            }
            guard further != inputs else { throw .faulted(200, "a page of associations that leads to itself") }
            inputs = further
        }
        return ends.mapValues { types in
            types.map { HubSpotAssociation(id: $0, typeIDs: $1) }.sorted { $0.id.rawValue < $1.id.rawValue }
        }
    }

    /// - Returns: the inputs of the next pages.
    private static func take(_ answer: HubSpotAnswer, into ends: inout Ends) throws(HubSpotFailure) -> [JSON] {
        if let error = answer.errors.first(where: { !isNone($0) }) {
            throw .faulted(answer.status, HubSpotRefusal(element: error).message)
        }
        var further: [JSON] = []
        for result in try answer.list("results") {
            guard let from = result["from"]?["id"]?.text, let links = result["to"]?.array else {
                throw .faulted(answer.status, "associations without \"from\" or \"to\"")
            }
            for link in links {
                guard let to = link["toObjectId"]?.text else {
                    throw .faulted(answer.status, "an association without \"toObjectId\"")
                }
                let types = (link["associationTypes"]?.array ?? []).compactMap { $0["typeId"]?.int }
                ends[ID(from), default: [:]][ID(to), default: []].formUnion(types)
            }
            if let after = result["paging"]?["next"]?["after"]?.text {
                further.append(["id": .string(from), "after": .string(after)])
            }
        }
        return further
    }

    /// A record without links, and one that is not there any more, are no failure of the call.
    private static func isNone(_ error: JSON) -> Bool {
        let words = ["category", "subCategory"].compactMap { error[$0]?.string }
        return words.contains { $0.hasSuffix("NO_ASSOCIATIONS_FOUND") || $0 == "OBJECT_NOT_FOUND" }
    }
}
