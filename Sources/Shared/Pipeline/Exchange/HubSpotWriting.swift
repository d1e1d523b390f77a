import Database
import Domain
import HubSpot

/// Writes plans to HubSpot, after artis: records that are to be created, properties that changed, associations. Each
/// record's refusal is its own.
struct HubSpotWriting {
    let exchange: Exchange

    private var workshop: Workshop { exchange.workshop }
    private var call: HubSpotCall { HubSpotCall(purpose: .write, lane: exchange.lane) }

    func write(_ done: [Writing.Done]) async throws(StepFailure) -> [Exchange.Verdict] {
        var (writing, idle) = done.parted { $0.plan.writesHubSpot }
        var verdicts = idle.map { Exchange.Verdict.settled(exchange.finish($0.plan, artis: $0.artis)) }
        guard !writing.isEmpty else { return verdicts }
        writing = try await WritingMark(exchange: exchange).set(writing)

        let (births, updates) = writing.parted(by: \.plan.isBirth)
        verdicts += try await Births(exchange: exchange).create(births).map(Exchange.Verdict.settled)
        let updated = try await update(updates)
        verdicts += updated.settled.map(Exchange.Verdict.settled)
        let associated = try await Associating(exchange: exchange).associate(updated.written)
        verdicts += associated.map(Exchange.Verdict.settled)
        return verdicts
    }

    private func update(
        _ items: [Writing.Done]
    ) async throws(StepFailure) -> (written: [Writing.Done], settled: [Settlement]) {
        var answers: [ID<HubSpotRecord>: HubSpotClient.Outcome] = [:]
        let updates = items.compactMap { item -> HubSpotUpdate? in
            guard !item.plan.hubspotProperties.isEmpty, let id = item.plan.candidate.pair.hubspotID else { return nil }
            return HubSpotUpdate(id: id, properties: item.plan.hubspotProperties)
        }
        if !updates.isEmpty {
            answers = try await step { () async throws(HubSpotFailure) in
                try await workshop.hubspot.update(exchange.kind, updates, for: call)
            }
        }
        var written: [Writing.Done] = []
        var settled: [Settlement] = []
        for var item in items {
            let pair = item.plan.candidate.pair
            guard !item.plan.hubspotProperties.isEmpty, let id = pair.hubspotID else {
                written.append(item)
                continue
            }
            switch answers[id] {
            case .success(let object):
                item.take(object, exchange: exchange)
                written.append(item)
            case .failure(let refusal):
                settled.append(workshop.settlement(of: pair, refused: refusal))
            case nil:
                settled.append(workshop.retry(pair, cause: "HubSpot did not answer for this record"))
            }
        }
        return (written, settled)
    }
}

extension Writing.Done {
    /// HubSpot answers with the properties it wrote; what it made of them becomes the last synced value (R24).
    mutating func take(_ object: HubSpotObject, exchange: Exchange) {
        let kind = exchange.kind
        let pair = plan.candidate.pair
        // What somebody else may have changed since it was read must look like news to the next poll.
        let isFresh = plan.candidate.readAt.map { exchange.workshop.clock() - $0 <= Freshness.moment } ?? true
        if isFresh { plan.candidate.pair.hubspotModified = object.modified ?? pair.hubspotModified }
        let answered = object.values(
            kind, reference: exchange.reference, last: pair.snapshot?.hubspot,
            pipeline: exchange.reference.salesPipeline(setting: exchange.workshop.pipeline))
        var hubspot = plan.candidate.hubspot.applying(plan.decision.toHubSpot)
        for field in plan.decision.toHubSpot.keys where !answered.uncarried.contains(field) {
            hubspot[field] = answered.values[field]
        }
        if plan.decision.toHubSpot.keys.contains(.stage) { hubspot[.stageID] = answered.values[.stageID] }
        plan.candidate.hubspot = hubspot
    }
}

extension Workshop {
    /// HubSpot refused to write this record.
    func settlement(of pair: Pair, refused refusal: HubSpotRefusal) -> Settlement {
        if refusal.status == 404 { return .stopped(pair, .deletedInHubSpot) }
        // R28: the address is another contact's.
        if pair.kind == .contact, let holder = refusal.holder {
            return .blocked(pair, .contactDuplicate, detail: holder.rawValue)
        }
        // It got in the way of another write, and names nothing that a person could mend.
        if refusal.status == 409, refusal.property == nil { return retry(pair, cause: "409: \(refusal.message)") }
        let field = refusal.property.map { "\($0): " } ?? ""
        return .blocked(pair, .hubspotRefused, detail: field + refusal.message)
    }
}
