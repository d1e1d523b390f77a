/// What a person does in the browser, and what a test asks: the calls under `/sandbox`, without that word.
extension HubSpotState {
    mutating func control(_ call: Call) throws(ControlFault) -> Answer {
        let path = call.segments
        switch (path.first, path.count) {
        case ("records", 3) where path[1] == VendorName.hubspot.rawValue: return try dump(path[2])
        case ("hubspot", 1): return try form([], call)
        case ("hubspot", 3...4) where path[1] == "form": return try form(Array(path.dropFirst(2)), call)
        case ("hubspot", 2) where path[1] == "settings": return try change(call)
        case ("hubspot", 2...3) where path[1] == "owners": return try keepOwner(path.count == 3 ? path[2] : nil, call)
        case ("hubspot", 2) where path[1] == "touch": return try touch(try object(call))
        case ("hubspot", 2...4):
            guard let type = ObjectType(path: path[1]) else { throw .notFound(path[1]) }
            return try person(type, Array(path.dropFirst(2)), call)
        default: throw .notFound("\(call.method) \(call.path)")
        }
    }

    func object(_ call: Call) throws(ControlFault) -> JSON {
        guard let json = call.json, json.members != nil else { throw .field("body", "a JSON object") }
        return json
    }

    private mutating func change(_ call: Call) throws(ControlFault) -> Answer {
        if call.method != "GET" {
            var changed = settings
            try changed.apply(try object(call))
            settings = changed
        }
        return .json(settings.json)
    }

    /// Everything a collection holds, archived records too.
    private func dump(_ collection: String) throws(ControlFault) -> Answer {
        switch collection {
        case "owners": return .json(["records": .array(owners.map(\.json))])
        case "pipelines": return .json(["records": .array(pipelines.map(\.json))])
        default: break
        }
        guard let type = ObjectType(path: collection) else { throw .notFound(collection) }
        let all = self[type].order.compactMap { self[type].records[$0] }.map { record -> JSON in
            var properties = record.properties.mapValues(JSON.string)
            for name in StandardProperties.always(type) { properties[name] = .optional(record.value(name, type: type)) }
            let links = record.links.filter { !$0.value.isEmpty }.map { to, ends in
                let lists = ends.map { (String($0.key), JSON.array($0.value.sorted().map { .integer($0.typeId) })) }
                return (to.rawValue, JSON.object(Dictionary(uniqueKeysWithValues: lists)))
            }
            return [
                "id": .string(String(record.id)), "properties": .object(properties),
                "archived": .bool(record.isArchived), "merged": .array(record.mergedIds.map(JSON.integer)),
                "links": .object(Dictionary(uniqueKeysWithValues: links)),
            ]
        }
        return .json(["records": .array(all)])
    }

    /// `{email, userId, firstName?, lastName?, archived?}`
    private mutating func keepOwner(_ id: String?, _ call: Call) throws(ControlFault) -> Answer {
        let body = try object(call)
        let index: Int
        if let id {
            guard let found = owners.firstIndex(where: { String($0.id) == id }) else { throw .notFound("owner \(id)") }
            index = found
        } else {
            guard let userId = body["userId"]?.integer else { throw .field("userId", "a number") }
            var fresh = (owners.map(\.id).max() ?? 70_000) + 1
            if fresh == userId { fresh += 1 }
            owners.append(Owner(id: fresh, userId: userId, email: "", firstName: "", lastName: "", archived: false))
            index = owners.count - 1
        }
        if let value = body["email"]?.text { owners[index].email = value }
        if let value = body["firstName"]?.text { owners[index].firstName = value }
        if let value = body["lastName"]?.text { owners[index].lastName = value }
        if let value = body["archived"]?.flag { owners[index].archived = value }
        dirty.insert(.owners)
        return .json(owners[index].json, status: id == nil ? 201 : 200)
    }

    /// `{type, at?}`: gives all records of a type one modified date, as HubSpot's own monthly updates do.
    private mutating func touch(_ body: JSON) throws(ControlFault) -> Answer {
        guard let type = body["type"]?.text.flatMap(ObjectType.init(path:)) else { throw .field("type", "an object type") }
        let at = body["at"]?.integer ?? now
        let records = self[type].records.values.filter { !$0.isArchived }.sorted { $0.id < $1.id }
        for var record in records {
            record.updatedAt = at
            store(record, type)
        }
        return .json(["touched": .integer(records.count)])
    }
}
