public import Domain
import HTTP
import Runtime

extension HubSpotClient {
    /// Associates records, a hundred links a call. Making a link that is there already is no fault, so that after a
    /// lost answer the whole is simply done again. A contact or deal whose link is of the *primary* type takes the mark
    /// from the company that had it.
    ///
    /// - Returns: for each link, in the order given, what HubSpot says against it; nil when the link stands.
    public func associate(
        from kind: Kind, to other: Kind, _ links: [HubSpotLink], for call: HubSpotCall
    ) async throws(HubSpotFailure) -> [HubSpotRefusal?] {
        try await write(links, Self.path(kind, other) + "create", call, body: \.creation)
    }

    /// Takes associations away, whatever their types, a hundred links a call. One that is not there is no fault.
    ///
    /// - Returns: for each link, in the order given, what HubSpot says against it; nil when the link is gone.
    public func dissociate(
        from kind: Kind, to other: Kind, _ links: [HubSpotLink], for call: HubSpotCall
    ) async throws(HubSpotFailure) -> [HubSpotRefusal?] {
        try await write(links, Self.path(kind, other) + "archive", call, body: \.removal)
    }

    private static func path(_ kind: Kind, _ other: Kind) -> String {
        "/crm/v4/associations/\(kind.objectType)/\(other.objectType)/batch/"
    }

    private func write(
        _ links: [HubSpotLink], _ path: String, _ call: HubSpotCall, body: (HubSpotLink) -> JSON
    ) async throws(HubSpotFailure) -> [HubSpotRefusal?] {
        var refusals: [HubSpotLink: HubSpotRefusal] = [:]
        var open = links.distinct.chunks(of: 100)
        while let batch = open.popLast() {
            var unsettled: [HubSpotLink] = []
            do throws(HubSpotFailure) {
                let answer = try await wire.post(path, ["inputs": .array(batch.map(body))], .writes, for: call)
                unsettled = try answer.refusals(of: batch, into: &refusals)
            } catch .refused(let refusal) {
                if batch.count == 1 || refusal.concernsAll {
                    for link in batch { refusals[link] = refusal }
                } else {
                    unsettled = batch
                }
            }
            // Halved until what HubSpot minds stands alone.
            if !unsettled.isEmpty { open += unsettled.chunks(of: max(1, batch.count / 2)) }
        }
        return links.map { refusals[$0] }
    }
}

extension HubSpotAnswer {
    /// - Returns: those of which it is not known what became, because HubSpot minds one and does not say which.
    fileprivate func refusals(
        of links: [HubSpotLink], into refusals: inout [HubSpotLink: HubSpotRefusal]
    ) throws(HubSpotFailure) -> [HubSpotLink] {
        var isOneUnnamed = false
        for error in errors {
            let refusal = HubSpotRefusal(element: error)
            if BatchOutcomes.passing.contains(refusal.category ?? "") { throw .faulted(status, refusal.message) }
            let (from, to) = (Self.ids(error, "fromObjectId"), Self.ids(error, "toObjectId"))
            let named = links.filter { from.contains($0.from.rawValue) && to.contains($0.to.rawValue) }
            let meant = links.count == 1 ? links : named
            for link in meant { refusals[link] = refusal }
            if meant.isEmpty { isOneUnnamed = true }
        }
        return isOneUnnamed ? links.filter { refusals[$0] == nil } : []
    }

    private static func ids(_ error: JSON, _ name: String) -> [String] {
        (error["context"]?[name]).map { ($0.array ?? [$0]).compactMap(\.text) } ?? []
    }
}

extension HubSpotLink {
    fileprivate var creation: JSON {
        [
            "from": ["id": .string(from.rawValue)], "to": ["id": .string(to.rawValue)],
            "types": [["associationCategory": "HUBSPOT_DEFINED", "associationTypeId": .number(JSONNumber(Int64(typeID)))]],
        ]
    }

    fileprivate var removal: JSON {
        ["from": ["id": .string(from.rawValue)], "to": [["id": .string(to.rawValue)]]]
    }
}
