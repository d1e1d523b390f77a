import Artis
import Database
import Domain
import HTTP
import HubSpot

/// Writes plans to both sides, artis first, and sorts what each side answers for each record.
struct Writing {
    let exchange: Exchange
    let round: Int

    private var workshop: Workshop { exchange.workshop }

    struct Done {
        var plan: Plan
        /// The artis record as it stands after the write.
        var artis: ArtisObject?
    }

    struct Written {
        var done: [Done] = []
        var refused: [Exchange.Verdict] = []
    }

    func toArtis(_ plans: [Plan]) async throws(StepFailure) -> Written {
        var written = Written()
        let idle = plans.filter { $0.record != nil && $0.artisFields.isEmpty }
        written.done = idle.map { Done(plan: $0, artis: $0.record) }
        var writing = plans.filter { $0.record == nil || !$0.artisFields.isEmpty }
        guard !writing.isEmpty else { return written }

        let operations = writing.map(operation)
        let results = try await step { () async throws(ArtisFailure) in
            try await workshop.artis.write(
                ArtisCollection(exchange.kind), operations, origin: exchange.trace ?? "passerelle")
        }
        var versions: [ID<ArtisRecord>: Int64] = [:]
        var accepted: [Plan] = []
        for index in writing.indices {
            switch results[index] {
            case .done(let id, let version):
                writing[index].candidate.pair.artisID = id
                versions[id] = version
                accepted.append(writing[index])
            case .refused(let error):
                written.refused.append(verdict(on: error, for: writing[index]))
            }
        }
        written.done += try await readBack(accepted, versions: versions)
        return written
    }

    private func operation(_ plan: Plan) -> ArtisOperation {
        let pair = plan.candidate.pair
        // The key names the lease's term: a new attempt is a new request, and finds what the last one did by its
        // reference or by the version.
        let key = "passerelle-\(pair.id)-\(pair.term)-\(round)"
        if let record = plan.record {
            return ArtisOperation(
                key: key, action: .modify(record.id, version: record.version), fields: plan.artisFields)
        }
        return ArtisOperation(key: key, action: .create(reference: pair.artisReference), fields: plan.artisFields)
    }

    /// R24: what artis made of our write becomes the last synced value. If somebody changed the record in between, what
    /// we wrote is, and their change is found at the next look.
    private func readBack(_ plans: [Plan], versions: [ID<ArtisRecord>: Int64]) async throws(StepFailure) -> [Done] {
        let ids = plans.compactMap(\.candidate.pair.artisID)
        guard !ids.isEmpty else { return [] }
        let reading = try await step { () async throws(ArtisFailure) in
            try await workshop.artis.read(ArtisCollection(exchange.kind), .ids(ids))
        }
        let records = Dictionary(reading.records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return plans.map { plan in
            guard let id = plan.candidate.pair.artisID, let version = versions[id] else {
                return Done(plan: plan, artis: plan.record)
            }
            if let record = records[id], record.version == version { return Done(plan: plan, artis: record) }
            var fields = plan.record?.fields ?? [:]
            fields.merge(plan.artisFields) { _, written in written }
            return Done(
                plan: plan,
                artis: ArtisObject(id: id, version: version, modified: nil, reference: nil, fields: fields))
        }
    }

    func toHubSpot(_ done: [Done]) async throws(StepFailure) -> [Exchange.Verdict] {
        let writing = done.filter { !$0.plan.hubspotProperties.isEmpty }
        var answers: [ID<HubSpotRecord>: Result<HubSpotObject, HubSpotRefusal>] = [:]
        if !writing.isEmpty {
            let updates = writing.compactMap { item in
                item.plan.candidate.pair.hubspotID.map { HubSpotUpdate(id: $0, properties: item.plan.hubspotProperties) }
            }
            let call = HubSpotCall(purpose: .write, lane: exchange.lane)
            answers = try await step { () async throws(HubSpotFailure) in
                try await workshop.hubspot.update(exchange.kind, updates, for: call)
            }
        }
        return done.map { item in settle(item, answers: answers) }
    }

    private func settle(
        _ item: Done, answers: [ID<HubSpotRecord>: Result<HubSpotObject, HubSpotRefusal>]
    ) -> Exchange.Verdict {
        let candidate = item.plan.candidate
        guard !item.plan.hubspotProperties.isEmpty, let id = candidate.pair.hubspotID else {
            return .settled(exchange.finish(item.plan, hubspot: candidate.hubspot, artis: item.artis))
        }
        switch answers[id] {
        case .success(let object):
            // HubSpot answers with the properties it wrote; what it made of them becomes the last synced value.
            var plan = item.plan
            plan.candidate.pair.hubspotModified = object.modified ?? candidate.pair.hubspotModified
            let answered = object.values(
                exchange.kind, reference: exchange.reference, last: candidate.pair.snapshot?.hubspot,
                pipeline: exchange.reference.salesPipeline(setting: workshop.pipeline))
            var hubspot = candidate.hubspot.applying(item.plan.decision.toHubSpot)
            for field in item.plan.decision.toHubSpot.keys where !answered.uncarried.contains(field) {
                hubspot[field] = answered.values[field]
            }
            if item.plan.decision.toHubSpot.keys.contains(.stage) { hubspot[.stageID] = answered.values[.stageID] }
            return .settled(exchange.finish(plan, hubspot: hubspot, artis: item.artis))
        case .failure(let refusal) where refusal.status == 404:
            return .settled(.stopped(candidate.pair, .deletedInHubSpot))
        case .failure(let refusal):
            let field = refusal.property.map { "\($0): " } ?? ""
            return .settled(.blocked(candidate.pair, .hubspotRefused, detail: field + refusal.message))
        case nil:
            return .settled(workshop.retry(candidate.pair, cause: "HubSpot did not answer for this record"))
        }
    }
}
