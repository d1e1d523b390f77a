/// `/crm/v3/properties/{type}…`
extension HubSpotState {
    static let uniqueCap = 10

    mutating func properties(_ type: ObjectType, _ path: [String], _ call: Call) throws(HubSpotFault) -> Answer {
        if path.first == "groups" { return try propertyGroups(type, Array(path.dropFirst()), call) }
        if path == ["batch", "read"] { return try batchReadProperties(type, call) }
        switch (call.method, path.count) {
        case ("GET", 0):
            let all = (definitions[type] ?? [:]).values.sorted { $0.name < $1.name }
            return .json(["results": .array(all.map(\.json))])
        case ("POST", 0): return try addProperty(type, try body(call))
        default: break
        }
        guard path.count == 1, let definition = definitions[type]?[path[0]] else {
            throw .notFound("Property \(path.joined(separator: "/")) does not exist")
        }
        switch call.method {
        case "GET": return .json(definition.json)
        case "PATCH":
            var changed = definition
            try changed.apply(try body(call))
            definitions[type]?[definition.name] = changed
            dirty.insert(.property(type, definition.name))
            return .json(changed.json)
        case "DELETE":
            guard !definition.isStandard else { throw .invalid("HubSpot's own properties stay") }
            definitions[type]?[definition.name] = nil
            dirty.insert(.property(type, definition.name))
            return .empty
        default: throw .notFound()
        }
    }

    private mutating func addProperty(_ type: ObjectType, _ body: JSON) throws(HubSpotFault) -> Answer {
        let definition = try PropertyDefinition(body)
        if settings.upperCaseRefused, definition.name != definition.name.lowercased() {
            throw .invalid("Names for properties should be lowercase, which \(definition.name) is not")
        }
        guard definitions[type]?[definition.name] == nil else {
            throw .conflict("A property named '\(definition.name)' already exists.")
        }
        guard groups[type]?[definition.groupName] != nil else {
            throw .invalid("Property group \(definition.groupName) does not exist")
        }
        if definition.hasUniqueValue {
            guard !(type.isActivity && settings.activitiesRefuseUnique) else {
                throw .invalid("\(type.rawValue) cannot have properties with unique values")
            }
            let count = (definitions[type] ?? [:]).values.count(where: \.hasUniqueValue)
            guard count < Self.uniqueCap else {
                throw .invalid("\(type.rawValue) have \(Self.uniqueCap) properties with unique values already")
            }
        }
        definitions[type]?[definition.name] = definition
        dirty.insert(.property(type, definition.name))
        return .json(definition.json, status: 201)
    }

    private func batchReadProperties(_ type: ObjectType, _ call: Call) throws(HubSpotFault) -> Answer {
        let inputs = try BatchOutcome.inputs(try body(call), most: 100)
        var outcome = BatchOutcome()
        for name in inputs.compactMap({ $0["name"]?.text }) {
            if let definition = definitions[type]?[name] {
                outcome.results.append(definition.json)
            } else {
                outcome.errors.append(HubSpotFault.notFound("\(name) does not exist").element(context: ["name": [.string(name)]]))
            }
        }
        return outcome.answer(status: 200, inputs: inputs.count, began: now)
    }

    private mutating func propertyGroups(_ type: ObjectType, _ path: [String], _ call: Call) throws(HubSpotFault) -> Answer {
        func json(_ name: String, _ label: String) -> JSON {
            ["name": .string(name), "label": .string(label), "displayOrder": -1, "archived": false]
        }
        switch (call.method, path.count) {
        case ("GET", 0):
            let all = (groups[type] ?? [:]).sorted { $0.key < $1.key }
            return .json(["results": .array(all.map { json($0.key, $0.value) })])
        case ("GET", 1):
            guard let label = groups[type]?[path[0]] else { throw .notFound() }
            return .json(json(path[0], label))
        case ("POST", 0):
            let body = try body(call)
            guard let name = body["name"]?.text, let label = body["label"]?.text else {
                throw .invalid("name and label are required")
            }
            guard groups[type]?[name] == nil else { throw .conflict("A group named '\(name)' already exists.") }
            groups[type]?[name] = label
            dirty.insert(.group(type, name))
            return .json(json(name, label), status: 201)
        default: throw .notFound()
        }
    }
}
