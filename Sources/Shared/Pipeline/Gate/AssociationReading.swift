import Database
package import Domain
package import HubSpot

/// Reads associations in as few calls as will do: up to a thousand records share one.
struct AssociationReading {
    let round: Round

    func read(_ items: [DependantItem]) async throws(StepFailure) -> Associations {
        let ids = items.map(\.reading.object.id)
        var associations = Associations(kind: round.kind)
        associations.own = try await ends(of: round.kind, ids, to: .company)
        guard round.kind.role == .activity else { return associations }

        associations.deals = try await ends(of: round.kind, ids, to: .deal)
        associations.contacts = try await ends(of: round.kind, ids, to: .contact)
        let homeless = ids.filter(associations.hasNoHomeOfItsOwn)
        try await note(items.filter { homeless.contains($0.reading.object.id) }, of: associations)
        let deals = Set(homeless.flatMap { (associations.deals[$0] ?? []).map(\.id) })
        let contacts = Set(homeless.flatMap { (associations.contacts[$0] ?? []).map(\.id) })
        associations.homesOfDeals = try await homes(of: .deal, deals)
        associations.homesOfContacts = try await homes(of: .contact, contacts)
        return associations
    }

    private func homes(of kind: Kind, _ ids: Set<ID<HubSpotRecord>>) async throws(StepFailure) -> RecordHomes {
        try await round.workshop.homes(of: kind, ids, lane: round.lane)
    }

    /// From here on these hear of their deals and contacts: one that gets a company a moment after it was read is told of
    /// by an event that names no activity.
    private func note(_ homeless: [DependantItem], of associations: Associations) async throws(StepFailure) {
        let links = homeless.flatMap { associations.links(of: $0) }
        guard !links.isEmpty, !round.workshop.looksOnly else { return }
        _ = try await step { () async throws(DatabaseError) in try await round.workshop.database.execute(NoteLinks(links)) }
    }

    private func ends(
        of kind: Kind, _ ids: [ID<HubSpotRecord>], to other: Kind
    ) async throws(StepFailure) -> Associations.Ends {
        try await round.workshop.ends(of: kind, ids, to: other, lane: round.lane)
    }
}

extension Workshop {
    package func ends(
        of kind: Kind, _ ids: [ID<HubSpotRecord>], to other: Kind, lane: Lane, for purpose: CallPurpose = .associations
    ) async throws(StepFailure) -> [ID<HubSpotRecord>: [HubSpotAssociation]] {
        guard !ids.isEmpty else { return [:] }
        let call = HubSpotCall(purpose: purpose, lane: lane)
        return try await step { () async throws(HubSpotFailure) in
            try await hubspot.associations(of: kind, ids: ids, to: other, for: call)
        }
    }

    /// Where deals or contacts hang, as HubSpot and our rows have it.
    func homes(of kind: Kind, _ ids: Set<ID<HubSpotRecord>>, lane: Lane) async throws(StepFailure) -> RecordHomes {
        guard !ids.isEmpty else { return RecordHomes() }
        let ends = try await ends(of: kind, ids.sorted(), to: .company, lane: lane)
        let rows = try await step { () async throws(DatabaseError) in
            try await database.run(FindPairs(kind: kind, hubspotIDs: ids.sorted()))
        }
        let current = rows.compactMap { row in row.hubspotID.flatMap { id in row.companyID.map { (id, $0) } } }
        return RecordHomes(ends: ends, current: Dictionary(current, uniquingKeysWith: { first, _ in first }))
    }
}

extension Collection<ID<HubSpotRecord>> {
    func sorted() -> [ID<HubSpotRecord>] { sorted { $0.rawValue < $1.rawValue } }
}
