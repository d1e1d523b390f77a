import HTTP

/// A query of HubSpot's search. Its caps (10,000 results a query, groups, filters) are the caller's to keep.
public struct HubSpotSearch: Sendable, Hashable {
    /// Any of these groups, in each all of its filters.
    public var groups: [[HubSpotFilter]]
    /// Ascending by this property; nil leaves the order to HubSpot.
    public var sort: String?
    public var properties: [String]
    /// 200 at most.
    public var limit: Int
    /// `HubSpotPage.after` of the page before.
    public var after: String?

    public init(
        groups: [[HubSpotFilter]], sort: String? = nil, properties: [String] = [], limit: Int = 200,
        after: String? = nil
    ) {
        self.groups = groups
        self.sort = sort
        self.properties = properties
        self.limit = limit
        self.after = after
    }

    var json: JSON {
        var members: [String: JSON] = [
            "filterGroups": .array(groups.map { ["filters": .array($0.map(\.json))] }),
            "properties": .array(properties.map(JSON.string)),
            "limit": .number(JSONNumber(Int64(min(max(limit, 1), 200)))),
        ]
        if let sort { members["sorts"] = [["propertyName": .string(sort), "direction": "ASCENDING"]] }
        if let after { members["after"] = .string(after) }
        return .object(members)
    }
}
