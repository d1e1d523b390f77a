extension SearchIndex {
    /// The page asked for, and how many records match in all.
    func search(_ request: SearchRequest, type: ObjectType) -> (page: [Record], total: Int) {
        let slice = slice(span(request))
        var matching: [Entry]
        if isSpanAlone(request) {
            matching = Array(slice)
        } else {
            matching = slice.filter { entry in
                guard let record = records[entry.id] else { return false }
                return Self.matches(record, request, type: type)
            }
        }
        order(&matching, by: request.sort, type: type)
        let page = matching.dropFirst(request.after).prefix(request.limit).compactMap { records[$0.id] }
        return (page, matching.count)
    }

    /// The span of modified dates that holds all that can match.
    private func span(_ request: SearchRequest) -> ClosedRange<Int> {
        let whole = Int.min...Int.max
        guard !request.groups.isEmpty else { return whole }
        var union: ClosedRange<Double>?
        for group in request.groups {
            let spans = group.compactMap(\.modifiedSpan)
            guard let first = spans.first else { return whole }
            let low = spans.map(\.lowerBound).max() ?? first.lowerBound
            let high = max(low, spans.map(\.upperBound).min() ?? first.upperBound)
            union = union.map { min($0.lowerBound, low)...max($0.upperBound, high) } ?? low...high
        }
        guard let union else { return whole }
        let low = Int(exactly: union.lowerBound.rounded(.up)) ?? Int.min
        return low...max(low, Int(exactly: union.upperBound.rounded(.down)) ?? Int.max)
    }

    /// Whether the span says it all: one group of modified dates and nothing else.
    private func isSpanAlone(_ request: SearchRequest) -> Bool {
        guard request.words.isEmpty else { return false }
        if request.groups.isEmpty { return true }
        guard request.groups.count == 1 else { return false }
        let spans = request.groups[0].compactMap(\.modifiedSpan)
        guard spans.count == request.groups[0].count else { return false }
        let low = spans.map(\.lowerBound).max() ?? 0
        return low <= spans.map(\.upperBound).min() ?? 0
    }

    private static func matches(_ record: Record, _ request: SearchRequest, type: ObjectType) -> Bool {
        let groups = request.groups.isEmpty || request.groups.contains { $0.allSatisfy { $0.matches(record) } }
        guard groups, !request.words.isEmpty else { return groups }
        let tokens = searchable(type).flatMap { SearchFilter.tokens(record.properties[$0] ?? "") }
        return request.words.allSatisfy { word in tokens.contains { $0.hasPrefix(word) } }
    }

    private static func searchable(_ type: ObjectType) -> [String] {
        switch type {
        case .companies: ["name", "domain", "website", "phone"]
        case .deals: ["dealname", "description"]
        case .contacts: ["firstname", "lastname", "email", "phone", "company"]
        case .calls: ["hs_call_title", "hs_call_body"]
        case .meetings: ["hs_meeting_title", "hs_meeting_body"]
        case .emails: ["hs_email_subject"]
        }
    }

    /// Entries stand by modified date; without a sort HubSpot hands them out as they were created.
    private func order(_ entries: inout [Entry], by sort: (property: String, descending: Bool)?, type: ObjectType) {
        guard let sort else { return entries.sort { $0.id < $1.id } }
        switch sort.property {
        case type.modifiedProperty:
            break
        case "hs_object_id":
            entries.sort { $0.id < $1.id }
        default:
            let keyed = entries.map { entry in
                (entry, records[entry.id]?.value(sort.property, type: type) ?? "")
            }
            let numbers = keyed.allSatisfy { $0.1.isEmpty || Double($0.1) != nil }
            entries = keyed.sorted { left, right in
                if left.1 == right.1 { return left.0.id < right.0.id }
                return numbers ? (Double(left.1) ?? -.infinity) < (Double(right.1) ?? -.infinity) : left.1 < right.1
            }.map(\.0)
        }
        if sort.descending { entries.reverse() }
    }
}
