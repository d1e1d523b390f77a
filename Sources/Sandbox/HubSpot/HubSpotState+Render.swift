extension HubSpotState {
    private static let redacted = "[hidden: the scope sales-email-read is missing]"

    /// A record as answered. Properties that do not exist are silently absent, those without a value are null.
    func render(_ record: Record, _ type: ObjectType, _ spec: ReadSpec = ReadSpec()) -> JSON {
        var properties: [String: JSON] = [:]
        let asked = spec.properties.isEmpty && spec.history.isEmpty ? StandardProperties.shown(type) : spec.properties
        for name in asked + StandardProperties.always(type) + spec.history where definitions[type]?[name] != nil {
            properties[name] = .optional(value(record, type, name))
        }
        var members: [String: JSON] = [
            "id": .string(String(record.id)), "properties": .object(properties),
            "createdAt": .string(Moment.iso(record.createdAt)), "updatedAt": .string(Moment.iso(record.updatedAt)),
            "archived": .bool(record.isArchived),
        ]
        if let at = record.archivedAt { members["archivedAt"] = .string(Moment.iso(at)) }
        if !spec.history.isEmpty {
            let history = spec.history.filter { definitions[type]?[$0] != nil }.map { name in
                (name, JSON.array((record.history[name] ?? []).map(\.json)))
            }
            members["propertiesWithHistory"] = .object(Dictionary(history) { first, _ in first })
        }
        if !spec.associations.isEmpty { members["associations"] = .object(associations(record, type, spec)) }
        return .object(members)
    }

    private func value(_ record: Record, _ type: ObjectType, _ name: String) -> String? {
        let value = record.value(name, type: type)
        let isBody = name == "hs_email_text" || name == "hs_email_html"
        return isBody && value != nil && !canReadBodies ? Self.redacted : value
    }

    private var canReadBodies: Bool {
        settings.emailBodiesReadable && !settings.missingScopes.contains(Scope.emailBodies)
    }

    private func associations(_ record: Record, _ type: ObjectType, _ spec: ReadSpec) -> [String: JSON] {
        var members: [String: JSON] = [:]
        for to in spec.associations {
            let results = linkNames(record, type, to)
            if !results.isEmpty { members[to.rawValue] = ["results": .array(results)] }
        }
        return members
    }

    /// Each link once per label, as the v3 answers name them.
    func linkNames(_ record: Record, _ type: ObjectType, _ to: ObjectType) -> [JSON] {
        let name = "\(type.singular)_to_\(to.singular)"
        return liveLinks(record, to).flatMap { id, labels in
            labels.sorted().map { label in
                let suffix = AssociationKind.isPrimary(label.typeId) || type.isActivity || to.isActivity ? "" : "_unlabeled"
                return ["id": .string(String(id)), "type": .string(name + suffix)]
            }
        }
    }

    /// A record's links to records that still live, by rising id.
    func liveLinks(_ record: Record, _ to: ObjectType) -> [(id: Int, labels: Set<AssociationLabel>)] {
        (record.links[to] ?? [:]).filter { self[to].records[$0.key]?.isArchived == false }
            .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The record that an id, or a value of a property with unique values, stands for; merged ones under their survivor.
    func resolve(_ type: ObjectType, _ id: String, idProperty: String?, archived: Bool = false) throws(HubSpotFault) -> Record? {
        let record: Record?
        if let idProperty, idProperty != "hs_object_id" {
            guard unique(type).contains(idProperty) else {
                throw .invalid("idProperty \(idProperty) is no property with unique values of \(type.rawValue)")
            }
            let value = idProperty == "email" ? id.lowercased() : id
            record = self[type].holder(of: value, in: idProperty).flatMap { self[type].records[$0] }
        } else {
            record = Int(id).flatMap { self[type].find($0) }
        }
        guard let record, record.isArchived == archived else { return nil }
        return record
    }
}
