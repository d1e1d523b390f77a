/// The end-points of single records.
extension HubSpotState {
    func list(_ type: ObjectType, _ call: Call) throws(HubSpotFault) -> Answer {
        let limit = call.query.integer("limit") ?? 10
        guard (1...100).contains(limit) else { throw .invalid("limit must be between 1 and 100") }
        let after = call.query.integer("after") ?? 0
        let archived = call.query["archived"] == "true"
        let spec = ReadSpec(call.query)
        var page: [JSON] = []
        var last = 0
        for id in self[type].order where id > after {
            guard let record = self[type].records[id], record.isArchived == archived else { continue }
            if page.count == limit {
                let next: JSON = ["after": .string(String(last)), "link": .string("\(call.path)?after=\(last)")]
                return .json(["results": .array(page), "paging": ["next": next]])
            }
            page.append(render(record, type, spec))
            last = id
        }
        return .json(["results": .array(page)])
    }

    mutating func create(_ type: ObjectType, _ call: Call) throws(HubSpotFault) -> Answer {
        var claims = Draft.Claims()
        let draft = try prepare(type, try body(call), existing: nil, claims: &claims)
        let record = create(type, draft, by: Author(at: now))
        return .json(render(record, type, ReadSpec(properties: Array(draft.values.keys))), status: 201)
    }

    func read(_ type: ObjectType, _ id: String, _ call: Call) throws(HubSpotFault) -> Answer {
        let archived = call.query["archived"] == "true"
        guard let record = try resolve(type, id, idProperty: call.query["idProperty"], archived: archived) else {
            throw .notFound()
        }
        return .json(render(record, type, ReadSpec(call.query)))
    }

    mutating func patch(_ type: ObjectType, _ id: String, _ call: Call) throws(HubSpotFault) -> Answer {
        let input = try body(call)
        guard let record = try resolve(type, id, idProperty: call.query["idProperty"]) else { throw .notFound() }
        var claims = Draft.Claims()
        let draft = try prepare(type, input, existing: record, claims: &claims)
        let changed = update(type, record, draft, by: Author(at: now))
        return .json(render(changed, type, ReadSpec(properties: Array(draft.values.keys))))
    }

    mutating func delete(_ type: ObjectType, _ id: String) -> Answer {
        if let id = Int(id) { archive(type, id, by: Author(at: now)) }
        return .empty
    }

    mutating func search(_ type: ObjectType, _ call: Call) throws(HubSpotFault) -> Answer {
        let known = definitions[type] ?? [:]
        let request = try SearchRequest(call.body, type: type) { known[$0] }
        self[type].index.settle(at: now)
        let (page, total) = self[type].index.search(request, type: type)
        let spec = ReadSpec(properties: request.properties)
        var members: [String: JSON] = [
            "total": .integer(total), "results": .array(page.map { render($0, type, spec) }),
        ]
        let next = request.after + page.count
        if next < total, !page.isEmpty { members["paging"] = ["next": ["after": .string(String(next))]] }
        return .json(.object(members))
    }

    mutating func merge(_ type: ObjectType, _ call: Call) throws(HubSpotFault) -> Answer {
        let input = try body(call)
        guard let primary = input["primaryObjectId"]?.spelled.flatMap({ Int($0) }),
            let loser = input["objectIdToMerge"]?.spelled.flatMap({ Int($0) })
        else { throw .invalid("primaryObjectId and objectIdToMerge are required") }
        let survivor = try merge(
            type, primary: primary, loser: loser, newId: settings.mergeMakesNewId, by: Author(at: now))
        guard let record = self[type].records[survivor] else { throw .notFound() }
        return .json(render(record, type))
    }

    mutating func forget(_ call: Call) throws(HubSpotFault) -> Answer {
        let input = try body(call)
        guard let id = input["objectId"]?.spelled else { throw .invalid("objectId is required") }
        if let record = try resolve(.contacts, id, idProperty: input["idProperty"]?.text) {
            erase(.contacts, record.id, by: Author(at: now))
        }
        return .empty
    }

    /// The body of a write: JSON, and announced as such.
    func body(_ call: Call) throws(HubSpotFault) -> JSON {
        guard (call.headers["content-type"] ?? "").lowercased().hasPrefix("application/json") else {
            throw HubSpotFault(status: 415, message: "Unsupported Media Type")
        }
        guard let json = call.json, json.members != nil || json.items != nil else {
            throw .invalid("Invalid input JSON")
        }
        return json
    }
}
