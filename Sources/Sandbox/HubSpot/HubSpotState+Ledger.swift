extension HubSpotState {
    /// The lines of the ledger that this call has changed.
    mutating func takeDirty() -> [(key: String, value: JSON?)] {
        let keys = dirty
        dirty = []
        return keys.map { key in
            switch key {
            case .record(let type, let id):
                ("record/\(type.rawValue)/\(id)", self[type].records[id]?.ledger(type: type))
            case .sequence(let type): ("sequence/\(type.rawValue)", .integer(self[type].last))
            case .property(let type, let name): ("property/\(type.rawValue)/\(name)", definitions[type]?[name]?.json)
            case .group(let type, let name): ("group/\(type.rawValue)/\(name)", .optional(groups[type]?[name]))
            case .owners: ("owners", .array(owners.map(\.json)))
            case .pipelines: ("pipelines", .array(pipelines.map(\.json)))
            }
        }
    }

    /// Takes up what an earlier life has left.
    mutating func load(_ content: [String: JSON]) {
        for (key, value) in content {
            let parts = key.split(separator: "/", maxSplits: 2).map(String.init)
            let type = parts.count > 1 ? ObjectType(rawValue: parts[1]) : nil
            switch (parts.first, type) {
            case ("owners", _): owners = (value.items ?? []).compactMap(Owner.init(ledger:))
            case ("pipelines", _): pipelines = (value.items ?? []).compactMap(Pipeline.init(ledger:))
            case ("sequence", let type?): self[type].reserve(upTo: value.integer ?? 0)
            case ("group", let type?): groups[type]?[parts[2]] = value.text
            case ("property", let type?):
                if let definition = try? PropertyDefinition(value) { definitions[type]?[parts[2]] = definition }
            default: break
            }
        }
        loadRecords(content)
    }

    private mutating func loadRecords(_ content: [String: JSON]) {
        var loaded: [(ObjectType, Record)] = []
        for (key, value) in content where key.hasPrefix("record/") {
            let parts = key.split(separator: "/")
            guard parts.count == 3, let type = ObjectType(rawValue: String(parts[1])), let record = Record(ledger: value)
            else { continue }
            loaded.append((type, record))
        }
        loaded.sort { ($0.1.updatedAt, $0.1.id) < ($1.1.updatedAt, $1.1.id) }
        let unique = Dictionary(uniqueKeysWithValues: ObjectType.allCases.map { ($0, self.unique($0)) })
        for (type, record) in loaded.sorted(by: { $0.1.id < $1.1.id }) {
            self[type].put(record, unique: unique[type] ?? [], visibleAt: 0)
            for merged in record.mergedIds { self[type].survivors[merged] = record.id }
        }
        for (type, record) in loaded {
            for (to, ends) in record.links {
                guard let kind = AssociationKind.between(type, to) else { continue }
                for (other, labels) in ends {
                    self[to].relink(other, to: type) { $0[record.id] = Set(labels.map(kind.mirrored)) }
                }
            }
        }
    }
}
