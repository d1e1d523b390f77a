extension Record {
    /// The record as the ledger keeps it. Links are kept by the end that has few of them, and mirrored on reading.
    func ledger(type: ObjectType) -> JSON {
        let own = links.filter { type.keepsLinks(to: $0.key) }
        return [
            "id": .integer(id), "properties": .object(properties.mapValues(JSON.string)),
            "created": .integer(createdAt), "updated": .integer(updatedAt),
            "archived": archivedAt.map(JSON.integer) ?? .null, "merged": .array(mergedIds.map(JSON.integer)),
            "history": .object(
                history.mapValues { versions in
                    .array(versions.map { [.integer($0.at), .string($0.value), .string($0.source), .optional($0.sourceId)] })
                }),
            "links": .object(
                Dictionary(
                    uniqueKeysWithValues: own.map { to, ends in
                        let pairs = ends.map { (String($0.key), JSON.array($0.value.sorted().map(\.json))) }
                        return (to.rawValue, JSON.object(Dictionary(uniqueKeysWithValues: pairs)))
                    })),
        ]
    }

    init?(ledger json: JSON) {
        guard let id = json["id"]?.integer, let created = json["created"]?.integer,
            let updated = json["updated"]?.integer
        else { return nil }
        self.id = id
        createdAt = created
        updatedAt = updated
        archivedAt = json["archived"]?.integer
        mergedIds = json["merged"]?.items?.compactMap(\.integer) ?? []
        properties = json["properties"]?.members?.compactMapValues(\.text) ?? [:]
        history = (json["history"]?.members ?? [:]).mapValues { versions in
            (versions.items ?? []).compactMap { version in
                guard let parts = version.items, parts.count == 4, let at = parts[0].integer else { return nil }
                return PropertyVersion(
                    value: parts[1].text ?? "", at: at, source: parts[2].text ?? "", sourceId: parts[3].text)
            }
        }
        for (name, ends) in json["links"]?.members ?? [:] {
            guard let to = ObjectType(rawValue: name) else { continue }
            for (other, labels) in ends.members ?? [:] {
                guard let other = Int(other) else { continue }
                links[to, default: [:]][other] = Set((labels.items ?? []).compactMap(AssociationLabel.init))
            }
        }
    }
}
