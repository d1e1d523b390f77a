/// What a generator plants: data that exists before anyone looks. No webhook tells of it.
extension HubSpotVendor {
    /// A record; its id is handed back. Values are stored as they are, wherever HubSpot would have no objection.
    /// - Parameters:
    ///   - links: what it is associated with; `primary` counts for a company only.
    ///   - createdBy: a userId, stored as `hs_created_by_user_id`.
    ///   - at: creation time in ms; now when nil.
    @discardableResult
    func plant(
        _ type: ObjectType, _ properties: [String: String], links: [PlantedLink] = [], createdBy: Int? = nil,
        at: Int? = nil
    ) -> String {
        change { state in
            state.isQuiet = true
            defer { state.isQuiet = false }
            var values = properties.filter { !$0.value.isEmpty }
            for (name, value) in values {
                let definition = state.definitions[type]?[name]
                if let accepted = try? definition?.accept(value, isOwner: { _ in true }) { values[name] = accepted }
            }
            values["hs_created_by_user_id"] = createdBy.map(String.init)
            let author = Author(source: "CRM_UI", userId: createdBy, at: at ?? state.now)
            let record = state.create(type, Draft(values: values), by: author)
            for link in links {
                guard let id = Int(link.id), let kind = AssociationKind.between(type, link.type) else { continue }
                let label = link.primary ? kind.primary ?? kind.plain : kind.plain
                state.link(type, record.id, link.type, id, [AssociationLabel(label)], by: author)
            }
            return String(record.id)
        }
    }

    /// A user and the owner made of it; the owner's id is handed back, and is never equal to the userId.
    @discardableResult
    func plantOwner(
        email: String, firstName: String, lastName: String, userId: Int, archived: Bool = false
    ) -> String {
        change { state in
            var id = (state.owners.map(\.id).max() ?? 70_000) + 1
            if id == userId { id += 1 }
            state.owners.append(
                Owner(
                    id: id, userId: userId, email: email, firstName: firstName, lastName: lastName, archived: archived))
            state.dirty.insert(.owners)
            return String(id)
        }
    }

    /// A deal pipeline; its id is handed back, and its stages' ids in order. Probabilities are HubSpot's own, 0 to 1.
    @discardableResult
    func plantPipeline(_ label: String, stages: [(label: String, probability: Double)]) -> (
        id: String, stages: [String]
    ) {
        change { state in
            let id = state.freshId()
            state.pipelines.append(Pipeline(id: id, label: label, displayOrder: state.pipelines.count, stages: []))
            let at = state.pipelines.count - 1
            for (order, stage) in stages.enumerated() {
                state.pipelines[at].stages.append(
                    Pipeline.Stage(
                        id: state.freshId(), label: stage.label, displayOrder: order,
                        probability: String(stage.probability)))
            }
            state.dirty.insert(.pipelines)
            return (id, state.pipelines[at].stages.map(\.id))
        }
    }

    /// A property as `POST /crm/v3/properties/{type}` would make it; one of the same name is replaced.
    func plantProperty(_ type: ObjectType, _ definition: JSON) {
        change { state in
            guard let definition = try? PropertyDefinition(definition) else { return }
            state.definitions[type]?[definition.name] = definition
            if definition.hasUniqueValue { state[type].indexUnique(definition.name) }
            state.dirty.insert(.property(type, definition.name))
        }
    }
}

/// An association of a planted record.
struct PlantedLink: Sendable {
    let type: ObjectType
    let id: String
    var primary = false
}
