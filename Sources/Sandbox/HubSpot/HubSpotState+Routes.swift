extension HubSpotState {
    /// Whether a call counts as a search.
    static func isSearch(_ call: Call) -> Bool {
        call.method == "POST" && call.segments.last == "search"
    }

    mutating func route(_ call: Call) throws(HubSpotFault) -> Answer {
        try checkScope(call)
        let path = Self.undated(call.segments)
        if path == ["oauth", "v2", "private-apps", "get", "access-token-info"] { return try tokenInfo(call) }
        switch path.prefix(3) {
        case ["crm", "v3", "objects"]:
            guard path.count > 3, let type = ObjectType(path: path[3]) else { throw .notFound() }
            return try objects(type, Array(path.dropFirst(4)), call)
        case ["crm", "v4", "objects"]:
            guard path.count > 5, let type = ObjectType(path: path[3]), path[5] == "associations" else { throw .notFound() }
            return try links(type, path[4], Array(path.dropFirst(6)), call)
        case ["crm", "v4", "associations"]:
            guard path.count > 5, let from = ObjectType(path: path[3]), let to = ObjectType(path: path[4]) else {
                throw .notFound()
            }
            return try associations(from, to, Array(path.dropFirst(5)), call)
        case ["crm", "v3", "owners"]:
            guard call.method == "GET" else { throw Self.wrongMethod }
            return path.count == 3 ? try listOwners(call) : try readOwner(path[3], call)
        case ["crm", "v3", "pipelines"]:
            guard path.count > 3, ObjectType(path: path[3]) == .deals else { throw .notFound() }
            return try pipelines(Array(path.dropFirst(4)), call)
        case ["crm", "v3", "properties"]:
            guard path.count > 3, let type = ObjectType(path: path[3]) else { throw .notFound() }
            return try properties(type, Array(path.dropFirst(4)), call)
        case ["account-info", "v3", "details"]:
            return account()
        default: throw .notFound()
        }
    }

    /// `/crm/objects/2026-03/…` is the dated twin of `/crm/v3/objects/…`.
    static func undated(_ path: [String]) -> [String] {
        guard path.count > 2, path[2].count == 7, path[2].hasPrefix("20"), path[2].contains("-") else { return path }
        return [path[0], path[1] == "associations" ? "v4" : "v3", path[1]] + path.dropFirst(3)
    }

    private static let wrongMethod = HubSpotFault(status: 405, message: "Method not allowed")

    private mutating func objects(_ type: ObjectType, _ path: [String], _ call: Call) throws(HubSpotFault) -> Answer {
        switch (call.method, path.count, path.first, path.last) {
        case ("GET", 0, _, _): return try list(type, call)
        case ("POST", 0, _, _): return try create(type, call)
        case ("POST", 1, "search", _): return try search(type, call)
        case ("POST", 1, "merge", _): return try merge(type, call)
        case ("POST", 1, "gdpr-delete", _): return try forget(call)
        case ("POST", 2, "batch", "read"): return try batchRead(type, call)
        case ("POST", 2, "batch", "create"): return try batchCreate(type, call)
        case ("POST", 2, "batch", "update"): return try batchUpdate(type, call)
        case ("POST", 2, "batch", "upsert"): return try batchUpsert(type, call)
        case ("POST", 2, "batch", "archive"): return try batchArchive(type, call)
        case ("GET", 1, let id?, _): return try read(type, id, call)
        case ("PATCH", 1, let id?, _): return try patch(type, id, call)
        case ("DELETE", 1, let id?, _): return delete(type, id)
        default:
            guard path.count >= 3, path[1] == "associations", let to = ObjectType(path: path[2]) else { throw Self.wrongMethod }
            return try namedLinks(type, path[0], to, Array(path.dropFirst(3)), call)
        }
    }

    /// The v3 forms: `…/associations/{to}[/{other}/{association type}]`.
    private mutating func namedLinks(
        _ type: ObjectType, _ id: String, _ to: ObjectType, _ rest: [String], _ call: Call
    ) throws(HubSpotFault) -> Answer {
        switch (call.method, rest.count) {
        case ("GET", 0): return try namedLinks(type, id, to)
        case ("PUT", 2):
            let types = Int(rest[1]).map { JSON.array([["associationCategory": "HUBSPOT_DEFINED", "associationTypeId": .integer($0)]]) }
            return try putLink(type, id, to, rest[0], types: types)
        case ("DELETE", 2): return try deleteLink(type, id, to, rest[0])
        default: throw Self.wrongMethod
        }
    }

    /// `/crm/v4/objects/{from}/{id}/associations/[default/]{to}[/{other}]`
    private mutating func links(
        _ from: ObjectType, _ id: String, _ path: [String], _ call: Call
    ) throws(HubSpotFault) -> Answer {
        let isDefault = path.first == "default"
        let path = isDefault ? Array(path.dropFirst()) : path
        guard let to = path.first.flatMap(ObjectType.init(path:)) else { throw .notFound() }
        switch (call.method, path.count) {
        case ("GET", 1): return try links(from, id, to, call)
        case ("PUT", 2): return try putLink(from, id, to, path[1], types: isDefault ? nil : try body(call))
        case ("DELETE", 2): return try deleteLink(from, id, to, path[1])
        default: throw Self.wrongMethod
        }
    }

    private mutating func associations(
        _ from: ObjectType, _ to: ObjectType, _ path: [String], _ call: Call
    ) throws(HubSpotFault) -> Answer {
        switch (call.method, path) {
        case ("GET", ["labels"]): return try labels(from, to)
        case ("POST", ["batch", "read"]): return try batchReadLinks(from, to, call)
        case ("POST", ["batch", "create"]), ("POST", ["batch", "archive"]), ("POST", ["batch", "associate", "default"]),
            ("POST", ["batch", "labels", "archive"]):
            return try batchLink(from, to, Array(path.dropFirst()), call)
        default: throw .notFound()
        }
    }
}
