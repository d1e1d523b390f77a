package import Database
package import Domain
package import HubSpot

/// Looks at a record of HubSpot that left no row, and asks the gate the same questions that a worker would.
package struct LiveLook {
    private let hubspot: HubSpotClient
    let database: Database
    package let reference: ReferenceData
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

    static let call = HubSpotCall(purpose: .operator, lane: .live)

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
        let record = UnlinkedDependant(kind, object, reference: reference, pipeline: pipeline)
        // What says no by itself needs no look at its company.
        let alone = record.decision(choice: .none, standing: .unknown)
        if alone.reason != .noCompany { return Explanation(kind, object.id, alone) }
        let choice = try await choices(of: kind, [object.id])[object.id] ?? .none
        guard let company = choice.home else {
            return Explanation(kind, object.id, record.decision(choice: choice, standing: .unknown))
        }
        let find = FindStanding(kinds: [.company], system: .hubspot, externalID: company.rawValue)
        let row = try await Oversight.ask { () async throws(DatabaseError) in try await database.first(find) }
        let standing: CompanyStanding = row.map { $0.isOpen ? .open : $0.state == .stopped ? .stopped : .notSynced } ?? .unknown
        var explanation = Explanation(kind, object.id, record.decision(choice: choice, standing: standing))
        if explanation.state == .waiting {
            if let row {
                explanation.waitsFor = Explanation.Awaited(row)
            } else {
                // Nobody has heard of the company either: it is looked at too.
                explanation.waitsFor = try await explain(.company, company).map(Explanation.Awaited.init)
            }
        }
        return explanation
    }

    func ask<Answer>(
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
