extension HubSpotState {
    /// Checks a write against the definitions; nothing is changed yet.
    /// - Parameters:
    ///   - existing: the record to change; nil for a creation.
    ///   - isPerson: someone in a browser, who may move a lifecycle stage back.
    func prepare(
        _ type: ObjectType, _ input: JSON, existing: Record?, claims: inout Draft.Claims, isPerson: Bool = false
    ) throws(HubSpotFault) -> Draft {
        guard let properties = input["properties"]?.members else {
            throw .invalid("Invalid input JSON: properties are required")
        }
        // An account that holds a name with capitals, from older days say, takes it as it is.
        let strange = properties.keys.sorted().first { $0 != $0.lowercased() && definitions[type]?[$0] == nil }
        if settings.upperCaseRefused, let name = strange {
            throw .invalid("Names for properties should be lowercase, which \(name) is not")
        }
        var values: [String: String] = [:]
        var faults: [PropertyFault] = []
        for (name, value) in properties.sorted(by: { $0.key < $1.key }) {
            do {
                values[name] = try accept(type, name, value)
            } catch {
                faults.append(error)
            }
        }
        if existing == nil {
            for name in StandardProperties.required(type) where values[name, default: ""].isEmpty && !faults.contains(where: { $0.name == name }) {
                faults.append(PropertyFault(name: name, code: "REQUIRED_FIELD", message: "\(name) is required"))
            }
        }
        if type == .deals { checkStage(values, existing: existing, faults: &faults) }
        guard faults.isEmpty else { throw .properties(faults) }
        if !isPerson { holdStageBack(type, &values, existing: existing) }
        try checkUnique(type, values, existing: existing, claims: &claims)
        return Draft(values: values, links: try links(type, input["associations"]?.items ?? []))
    }

    private func accept(_ type: ObjectType, _ name: String, _ value: JSON) throws(PropertyFault) -> String {
        guard let definition = definitions[type]?[name] else {
            throw PropertyFault(
                name: name, code: "PROPERTY_DOESNT_EXIST", message: "Property \"\(name)\" does not exist")
        }
        guard !definition.isReadOnly else {
            throw PropertyFault(name: name, code: "READ_ONLY_VALUE", message: "\(name) is a read only property")
        }
        guard let text = value == .null ? "" : value.spelled else {
            throw PropertyFault(name: name, code: "INVALID_VALUE", message: "the value is no string")
        }
        let accepted = try definition.accept(text, isOwner: hasOwner)
        guard type == .contacts, name == "email" else { return accepted }
        guard accepted.isEmpty || accepted.isMailAddress else {
            throw PropertyFault(name: name, code: "INVALID_EMAIL", message: "Email address \(text) is invalid")
        }
        return accepted.lowercased()
    }

    /// A deal's stage is one of its pipeline.
    private func checkStage(_ values: [String: String], existing: Record?, faults: inout [PropertyFault]) {
        guard values["dealstage"] != nil || values["pipeline"] != nil else { return }
        let pipelineId = values["pipeline"] ?? existing?.properties["pipeline"] ?? ""
        let stageId = values["dealstage"] ?? existing?.properties["dealstage"] ?? ""
        guard let pipeline = pipelines.first(where: { $0.id == pipelineId }) else {
            if !faults.contains(where: { $0.name == "pipeline" }) {
                faults.append(PropertyFault(name: "pipeline", code: "INVALID_OPTION", message: "no pipeline \(pipelineId)"))
            }
            return
        }
        if !pipeline.stages.contains(where: { $0.id == stageId }), !faults.contains(where: { $0.name == "dealstage" }) {
            faults.append(
                PropertyFault(
                    name: "dealstage", code: "INVALID_OPTION", message: "\(stageId) is no stage of pipeline \(pipelineId)"))
        }
    }

    /// A lifecycle stage moves forward only: a step back is welcome and does nothing. Clearing it frees the way.
    private func holdStageBack(_ type: ObjectType, _ values: inout [String: String], existing: Record?) {
        guard let wanted = values["lifecyclestage"], !wanted.isEmpty,
            let current = existing?.properties["lifecyclestage"],
            let stages = definitions[type]?["lifecyclestage"]?.options.map(\.value),
            let from = stages.firstIndex(of: current), let to = stages.firstIndex(of: wanted), to < from
        else { return }
        values["lifecyclestage"] = nil
    }

    private func checkUnique(
        _ type: ObjectType, _ values: [String: String], existing: Record?, claims: inout Draft.Claims
    ) throws(HubSpotFault) {
        for name in unique(type) {
            guard let value = values[name], !value.isEmpty else { continue }
            if let holder = self[type].holder(of: value, in: name), holder != existing?.id {
                if name == "email" { throw .conflict("Contact already exists. Existing ID: \(holder)") }
                throw HubSpotFault(
                    status: 409, message: "Another record (\(holder)) has this value of \(name)", category: "CONFLICT",
                    details: [["code": "CONFLICTING_UNIQUE_VALUE", "message": "the value is taken", "context": ["propertyName": [.string(name)]]]])
            }
            guard claims.claim(name, value) else { throw .conflict("Two records of one call have this value of \(name)") }
        }
    }

    private func links(_ type: ObjectType, _ list: [JSON]) throws(HubSpotFault) -> [Draft.Link] {
        var links: [Draft.Link] = []
        for item in list {
            guard let id = item["to"]?["id"]?.spelled.flatMap({ Int($0) }), let types = item["types"]?.items, !types.isEmpty
            else { throw .invalid("An association needs to.id and types") }
            let labels = types.compactMap(AssociationLabel.init)
            guard labels.count == types.count, let first = labels.first,
                let kind = AssociationKind.of(first.typeId, from: type), labels.allSatisfy(kind.knows)
            else { throw .invalid("No such association type from \(type.rawValue)") }
            guard let target = self[kind.to].find(id), !target.isArchived else {
                throw .invalid("Cannot associate with \(kind.to.rawValue) \(id): it does not exist")
            }
            links.append(Draft.Link(type: kind.to, id: target.id, labels: Set(labels)))
        }
        return links
    }
}

extension String {
    /// As far as HubSpot looks: something on both sides of one @, a dot on the right, no blanks.
    fileprivate var isMailAddress: Bool {
        let halves = split(separator: "@", omittingEmptySubsequences: false)
        return halves.count == 2 && !halves[0].isEmpty && halves[1].contains(".") && !contains(" ")
            && !halves[1].hasPrefix(".") && !halves[1].hasSuffix(".")
    }
}
