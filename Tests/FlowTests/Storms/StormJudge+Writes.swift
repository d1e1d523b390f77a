import Domain

extension StormJudge {
    /// Invariant 8, and R25: what is synced was created once and never rewritten; nothing else was created.
    func twice() -> [String] {
        let creations = writes.filter(\.isCreation)
        let byReference = Dictionary(grouping: creations) { $0.reference ?? "none" }
        var complaints = byReference.filter { $0.value.count > 1 || $0.key == "none" }.map {
            "\($0.key) was created \($0.value.count) times"
        }
        let wanted = Set(synced.filter { $0.known == nil }.map(\.reference))
        let created = Set(byReference.keys).intersection(data.records.map(\.reference))
        complaints += created.subtracting(wanted).map { "\($0) was created and is not synced" }
        complaints += wanted.subtracting(created).map { "\($0) is synced and was not created" }
        let artisIDs = synced.compactMap { record in row(record)?.artisID.map { "\(record.artisCollection) \($0)" } }
        if Set(artisIDs).count != synced.count {
            complaints.append("\(synced.count) synced share \(Set(artisIDs).count) records")
        }
        complaints += synced.filter { $0.known != nil && row($0)?.artisID != $0.known }.map {
            "\($0.reference) is not linked"
        }
        return complaints
    }

    /// Writes that changed a record which the same fleet had created: none of companies, deals and contacts that nobody
    /// touched (R25); activities may get links later (R21).
    func rewritten() -> [StormWrite] {
        let created = Set(writes.filter(\.isCreation).map { "\($0.collection) \($0.id)" })
        return writes.filter { !$0.isCreation && $0.isEffective && created.contains("\($0.collection) \($0.id)") }
    }

    /// Invariant 2: whatever artis was told of a dependant came after the commit that opened its company.
    func gate() -> [String] {
        let opened = Dictionary(
            data.companies.compactMap { record in row(record)?.latchedAt.map { (record.id, $0.microseconds) } }
        ) { first, _ in first }
        let records = Dictionary(data.dependants.map { ($0.reference, $0) }) { first, _ in first }
        return writes.filter { $0.isCreation && $0.collection != "tiers" }.compactMap { write in
            guard let record = write.reference.flatMap({ records[$0] }), let company = row(record)?.company
            else { return nil }
            guard let since = opened[company], write.at > since else {
                return "\(record.reference) was written before companies:\(company) was synced"
            }
            return nil
        }
    }
}
