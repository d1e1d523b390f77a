import Domain
import HubSpot

/// The search of a step, a page at a time: in the order of the ids and from the last one on, so that HubSpot's cap of
/// 10,000 results a query never counts.
struct BackfillSearch: Sendable, Equatable {
    static let pageSize = 200

    let kind: Kind
    /// Only those whose box is ticked.
    var isTicked = true
    /// R8: of companies.
    var stage: String?
    var since: Instant?
    /// Properties that are wanted beside the modified date.
    var further: [String] = []

    func query(after last: Int64) -> HubSpotSearch {
        var filters = [HubSpotFilter("hs_object_id", .gt, String(last))]
        if isTicked { filters.append(HubSpotFilter(HubSpotName.box, .eq, "true")) }
        if let stage { filters.append(HubSpotFilter(HubSpotName.lifecycleStage, .eq, stage)) }
        if let since { filters.append(HubSpotFilter(HubSpotName.modified(kind), .gte, String(since.milliseconds))) }
        return HubSpotSearch(
            groups: [filters], sort: "hs_object_id", properties: [HubSpotName.modified(kind)] + further, limit: Self.pageSize)
    }
}
