extension Generator {
    /// Makes, as a person would, what artis knows beforehand; answers the artis ids by the place in the plan that each
    /// will be linked to.
    func plant(_ known: [PlannedTiers], in store: ArtisStore) async -> [Int: String] {
        var linked: [Int: String] = [:]
        for tiers in known {
            guard let id = await make(tiers.fields, .tiers, in: store) else { continue }
            if let company = tiers.company { linked[company] = id }
            guard var fields = tiers.interlocuteur, let contact = tiers.contact else { continue }
            fields["tiers"] = .string(id)
            linked[contact] = await make(fields, .interlocuteurs, in: store)
        }
        return linked
    }

    private func make(_ fields: [String: JSON], _ collection: ArtisCollection, in store: ArtisStore) async -> String? {
        let operation = ArtisOperation(kind: .creation, fields: fields)
        let results = await store.run([operation], in: collection, author: .personne, origin: nil)
        return try? results.first?.get().id
    }

    /// `{graine, entreprises, declencheur, fiches: {kind: {id: {state, reason, cas, row, rival?, artis?}}}}`.
    func expectations(_ plan: Plan, ids: [String], linked: [Int: String]) -> JSON {
        var kinds: [String: [String: JSON]] = [:]
        for (place, record) in plan.records.enumerated() {
            var members: [String: JSON] = [
                "state": .string(record.expected.state), "reason": .optional(record.expected.reason),
                "cas": .string(record.scenario.rawValue), "row": .bool(record.expected.leavesRow),
            ]
            if let rival = record.rival { members["rival"] = .string(ids[rival]) }
            if let id = linked[place] { members["artis"] = .string(id) }
            kinds[record.type.singular, default: [:]][ids[place]] = .object(members)
        }
        return [
            "graine": .string(String(seed)), "entreprises": .integer(plan.records.count { $0.type == .companies }),
            "declencheur": .string(Planner.trigger), "fiches": .object(kinds.mapValues(JSON.object)),
        ]
    }
}
