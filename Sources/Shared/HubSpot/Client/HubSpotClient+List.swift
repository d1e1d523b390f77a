public import Domain
import HTTP

extension HubSpotClient {
    /// One page of all records of a kind, a hundred at most, archived ones left out. Unlike a search it has no cap, and
    /// lags behind nothing.
    ///
    /// - Parameter after: `HubSpotPage.after` of the page before.
    public func list(
        _ kind: Kind, properties: [String], after: String? = nil, for call: HubSpotCall
    ) async throws(HubSpotFailure) -> HubSpotPage {
        var query = [("limit", "100"), ("properties", (properties + [HubSpotName.mergedIDs]).distinct.joined(separator: ","))]
        if let after { query.append(("after", after)) }
        let json = try await wire.get("/crm/v3/objects/\(kind.objectType)", query, for: call)
        let objects = try HubSpotAnswer(status: 200, json: json).records()
        let next = json["paging"]?["next"]?["after"]?.text
        guard next == nil || next != after else { throw .faulted(200, "a page of records that leads to itself") }
        return HubSpotPage(objects: objects, total: objects.count, after: next)
    }
}
