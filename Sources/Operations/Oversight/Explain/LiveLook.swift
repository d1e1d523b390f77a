package import Database
package import Domain
package import HubSpot

/// Looks at a record of HubSpot that left no row, and asks the gate the same questions that a worker would.
package struct LiveLook {
    private let hubspot: HubSpotClient
    private let database: Database
    private let reference: ReferenceData
    private let pipeline: PipelineChoice
    private let now: Instant

    package init(
        hubspot: HubSpotClient, database: Database, reference: ReferenceData, pipeline: PipelineChoice, now: Instant
    ) {
        self.hubspot = hubspot
        self.database = database
        self.reference = reference
        self.pipeline = pipeline
        self.now = now
    }

    private static let call = HubSpotCall(purpose: .operator, lane: .live)

    /// - Returns: nil when HubSpot has no such record.
    package func explain(_ kind: Kind, _ id: ID<HubSpotRecord>) async throws(OperatorFailure) -> Explanation? {
        let properties = HubSpotMapping.properties(of: kind, siretProperty: reference.siretProperty)
        let reading = try await ask { client throws(HubSpotFailure) in
            try await client.read(kind, ids: [id], properties: properties, for: Self.call)
        }
        guard let object = reading.found[id] else { return nil }
        return kind == .company ? company(object) : try await dependant(kind, object)
    }

    /// R8, R5: as things are at this moment; a moment in the past is a worker's to judge.
    private func company(_ object: HubSpotObject) -> Explanation {
        let read = object.values(.company, reference: reference, last: nil, pipeline: nil)
        let trigger = Trigger.verdict(
            stageHistory: PropertyHistory(), boxHistory: PropertyHistory(),
            stage: object.properties[HubSpotName.lifecycleStage], box: object.properties[HubSpotName.box],
            parameter: reference.trigger, stages: reference.lifecycleStages, since: now)
        let decision = Gate.company(
            latched: false, trigger: trigger, siret: read.siretFault,
            missing: read.values.missing(Field.required(.company)))
        return Explanation(.company, object.id, decision, detail: object.properties[HubSpotName.lifecycleStage])
    }

    private func dependant(_ kind: Kind, _ object: HubSpotObject) async throws(OperatorFailure) -> Explanation {
        let ticked = Trigger.isTicked(object.properties[HubSpotName.box])
        var asking = Dependant(
            latched: false, box: kind.role == .activity ? .absent : ticked ? .ticked : .off,
            pipeline: kind == .deal ? pipeline.verdict(pipeline: object.properties[HubSpotName.pipeline]) : .used,
            mapping: kind.role == .activity && reference.actions.action(for: kind) == nil
                ? .notEligible(.actionUnmapped) : .mapped,
            choice: .none, standing: .unknown)
        // What says no by itself needs no look at its company.
        let alone = Gate.dependant(asking)
        if alone.reason != .noCompany { return Explanation(kind, object.id, alone) }
        let companies = try await companies(of: kind, object.id)
        asking.choice = companies.choice
        let row = companies.chosen
        asking.standing = row.map { $0.isOpen ? .open : $0.state == .stopped ? .stopped : .notSynced } ?? .unknown
        var explanation = Explanation(kind, object.id, Gate.dependant(asking))
        if explanation.state == .waiting, case .company(let id) = companies.choice {
            if let row {
                explanation.waitsFor = Explanation.Awaited(row)
            } else {
                // Nobody has heard of the company either: it is looked at too.
                explanation.waitsFor = try await explain(.company, id).map(Explanation.Awaited.init)
            }
        }
        return explanation
    }

    /// R12, by the record's own companies; for an activity of none a worker also asks its deals and contacts.
    private func companies(
        of kind: Kind, _ id: ID<HubSpotRecord>
    ) async throws(OperatorFailure) -> (choice: CompanyChoice, chosen: StandingRow?) {
        let ends =
            try await ask { client throws(HubSpotFailure) in
                try await client.associations(of: kind, ids: [id], to: .company, for: Self.call)
            }[id] ?? []
        var rows: [ID<HubSpotRecord>: StandingRow] = [:]
        for end in ends {
            let find = FindStanding(kinds: [.company], system: .hubspot, externalID: end.id.rawValue)
            rows[end.id] = try await Oversight.ask { () async throws(DatabaseError) in try await database.first(find) }
        }
        let choice: CompanyChoice =
            kind.role == .activity
            ? .ofActivity(companies: ends.map(\.id), deals: [], contacts: [])
            : .ofRecord(
                ends.map { end in
                    CompanyCandidate(
                        id: end.id, isPrimary: end.isPrimary, isSynced: rows[end.id]?.isOpen ?? false, hasSIRET: true)
                }, current: nil)
        guard case .company(let chosen) = choice else { return (choice, nil) }
        return (choice, rows[chosen])
    }

    private func ask<Answer>(
        _ question: (HubSpotClient) async throws(HubSpotFailure) -> Answer
    ) async throws(OperatorFailure) -> Answer {
        do throws(HubSpotFailure) { return try await question(hubspot) } catch { throw .hubspot(error) }
    }
}

extension Explanation {
    /// What the gate says of a record without a row. One that may go is on its way: the next look of the poller, a
    /// webhook or a backfill brings it.
    fileprivate init(_ kind: Kind, _ id: ID<HubSpotRecord>, _ decision: GateDecision, detail: String? = nil) {
        self.init(
            kind: kind, hubspotID: id, state: decision.state ?? .pending, reason: decision.reason,
            detail: decision.detail ?? (decision.reason == .lifecycleNotReached ? detail : nil))
    }
}
