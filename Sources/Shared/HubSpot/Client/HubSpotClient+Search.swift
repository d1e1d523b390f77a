public import Domain
import HTTP

extension HubSpotClient {
    /// One page of records that match. What has changed a moment ago may be missing yet, archived records always are.
    public func search(
        _ kind: Kind, _ query: HubSpotSearch, for call: HubSpotCall
    ) async throws(HubSpotFailure) -> HubSpotPage {
        let path = "/crm/v3/objects/\(kind.objectType)/search"
        let answer = try await wire.post(path, query.json, .searches, for: call)
        var objects: [HubSpotObject] = []
        for json in try answer.list("results") { objects.append(try HubSpotObject(json, status: answer.status)) }
        return HubSpotPage(
            objects: objects, total: answer.json["total"]?.int ?? objects.count,
            after: answer.json["paging"]?["next"]?["after"]?.text)
    }
}
