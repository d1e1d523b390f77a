extension HubSpotState {
    /// Associates two records. The plain type always comes along; the primary one takes the mark from whoever had it.
    mutating func link(
        _ from: ObjectType, _ id: Int, _ to: ObjectType, _ other: Int, _ labels: Set<AssociationLabel>,
        by author: Author
    ) {
        guard let kind = AssociationKind.between(from, to) else { return }
        guard from.keepsLinks(to: to) else {
            return link(to, other, from, id, Set(labels.map(kind.mirrored)), by: author)
        }
        let current = self[from].records[id]?.links[to] ?? [:]
        var wanted = labels.union(current[other] ?? []).union([AssociationLabel(kind.plain)])
        if let primary = kind.primary.map(AssociationLabel.init) {
            let isFirst = !current.values.contains { $0.contains(primary) } && current.isEmpty
            if settings.firstCompanyIsPrimary, isFirst, !isQuiet { wanted.insert(primary) }
            if wanted.contains(primary) {
                for (holder, held) in current where holder != other && held.contains(primary) {
                    write(kind, id, holder, held.subtracting([primary]))
                }
            }
        }
        guard wanted != current[other] else { return }
        write(kind, id, other, wanted)
        let primary = kind.primary.map { wanted.contains(AssociationLabel($0)) } ?? false
        tellLink(from, id, to, other, removed: false, primary: primary, by: author)
        if from == .deals, to == .companies, settings.dealsMoveLifecycle { moveLifecycle(other, by: author) }
    }

    /// Takes labels away, or the whole association when none are named, or none are left.
    mutating func unlink(
        _ from: ObjectType, _ id: Int, _ to: ObjectType, _ other: Int, _ labels: Set<AssociationLabel>? = nil,
        by author: Author
    ) {
        guard let kind = AssociationKind.between(from, to) else { return }
        guard from.keepsLinks(to: to) else {
            return unlink(to, other, from, id, labels.map { Set($0.map(kind.mirrored)) }, by: author)
        }
        guard let current = self[from].records[id]?.links[to]?[other] else { return }
        let primary = kind.primary.map { current.contains(AssociationLabel($0)) } ?? false
        let left = labels.map { current.subtracting($0) } ?? []
        guard left != current else { return }
        write(kind, id, other, left.isEmpty ? nil : left)
        tellLink(from, id, to, other, removed: true, primary: primary, by: author)
    }

    /// Writes both ends.
    private mutating func write(_ kind: AssociationKind, _ id: Int, _ other: Int, _ labels: Set<AssociationLabel>?) {
        self[kind.from].relink(id, to: kind.to) { $0[other] = labels }
        self[kind.to].relink(other, to: kind.from) { $0[id] = labels.map { Set($0.map(kind.mirrored)) } }
        mark(kind.from, id)
    }

    private mutating func moveLifecycle(_ company: Int, by author: Author) {
        guard let record = self[.companies].records[company],
            let stages = definitions[.companies]?["lifecyclestage"]?.options.map(\.value),
            let opportunity = stages.firstIndex(of: "opportunity"),
            stages.firstIndex(of: record.properties["lifecyclestage"] ?? "") ?? -1 < opportunity
        else { return }
        _ = update(.companies, record, Draft(values: ["lifecyclestage": "opportunity"]), by: author)
    }
}
