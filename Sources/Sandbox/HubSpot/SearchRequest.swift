/// A search as asked for, within HubSpot's caps.
struct SearchRequest: Sendable {
    static let pageLimit = 200
    static let resultCap = 10_000
    static let bodyLimit = 3000

    var groups: [[SearchFilter]] = []
    /// Words that some searchable property must hold.
    var words: [String] = []
    var sort: (property: String, descending: Bool)?
    var limit = 10
    var after = 0
    var properties: [String] = []

    init(_ body: [UInt8], type: ObjectType, definition: (String) -> PropertyDefinition?) throws(HubSpotFault) {
        guard String(decoding: body, as: UTF8.self).count <= Self.bodyLimit else {
            throw .invalid("The body of a search holds at most 3000 characters")
        }
        guard let json = try? JSONReader.read(body), json.members != nil else { throw .invalid("Invalid input JSON") }
        var listed = (json["filterGroups"]?.items ?? []).map { $0["filters"]?.items ?? [] }
        if let filters = json["filters"]?.items, !filters.isEmpty { listed.append(filters) }
        guard listed.count <= 5 else { throw .invalid("A search has at most 5 filter groups") }
        guard listed.allSatisfy({ $0.count <= 6 }) else { throw .invalid("A filter group has at most 6 filters") }
        guard listed.reduce(0, { $0 + $1.count }) <= 18 else { throw .invalid("A search has at most 18 filters") }
        for filters in listed {
            var group: [SearchFilter] = []
            for filter in filters { group.append(try SearchFilter(filter, type: type, definition: definition)) }
            groups.append(group)
        }
        words = SearchFilter.tokens(json["query"]?.text ?? "")
        limit = json["limit"]?.spelled.flatMap { Int($0) } ?? 10
        guard (0...Self.pageLimit).contains(limit) else { throw .invalid("limit must be at most 200") }
        if let text = json["after"]?.spelled, !text.isEmpty {
            guard let value = Int(text), value >= 0 else { throw .invalid("after must be a number") }
            after = value
        }
        guard after + limit <= Self.resultCap else {
            throw .invalid("A search hands out its first 10000 results only; narrow it")
        }
        properties = (json["properties"]?.items ?? []).compactMap(\.text)
        sort = try Self.sort(json["sorts"]?.items ?? [], definition: definition)
    }

    private static func sort(
        _ sorts: [JSON], definition: (String) -> PropertyDefinition?
    ) throws(HubSpotFault) -> (property: String, descending: Bool)? {
        guard sorts.count <= 1 else { throw .invalid("A search has at most one sort") }
        guard let sort = sorts.first else { return nil }
        var name: String
        var descending = false
        if let text = sort.text {
            descending = text.hasPrefix("-")
            name = descending ? String(text.dropFirst()) : text
        } else {
            name = sort["propertyName"]?.text ?? ""
            descending = sort["direction"]?.text == "DESCENDING"
        }
        guard definition(name) != nil else { throw .invalid("There was a problem with the request: sort by \(name)") }
        return (name, descending)
    }
}
