import Database
import Domain
import HubSpot

/// Creates records in HubSpot, never twice (invariant 8): each carries our reference, by which HubSpot itself refuses a
/// second one, and by which the first is found after a lost answer.
struct Births {
    let exchange: Exchange

    private var workshop: Workshop { exchange.workshop }
    private var call: HubSpotCall { HubSpotCall(purpose: .write, lane: exchange.lane) }

    /// Returns a settlement for each.
    func create(_ items: [Writing.Done]) async throws(StepFailure) -> [Settlement] {
        guard !items.isEmpty else { return [] }
        let property = exchange.reference.ownReferences[exchange.kind] ?? .missing
        guard property != .missing else {
            return items.map { item in
                let pair = item.plan.candidate.pair
                var settlement = Settlement.blocked(
                    pair, .hubspotRefused, detail: "\(HubSpotName.reference): passerelle setup")
                settlement.isUncreated = pair.creatingAt == nil
                return settlement
            }
        }
        // One whose creation was begun before may exist.
        let items = property == .plain ? try await doubting(items) : items
        var (begun, open) = items.parted { $0.plan.candidate.pair.creatingAt != nil }
        let existing = try await LostBirths(exchange: exchange, property: property).find(begun)
        var settled = existing.settled
        open += try await WritingMark(exchange: exchange).set(existing.absent, again: true)
        guard !open.isEmpty else { return settled }

        let outcomes = try await step { () async throws(HubSpotFailure) in
            try await workshop.hubspot.create(exchange.kind, open.map(creation), for: call)
        }
        begun = []
        for var item in open {
            let pair = item.plan.candidate.pair
            switch outcomes[pair.id.description] {
            case .success(let object):
                item.plan.candidate.pair.hubspotID = object.id
                item.take(object, exchange: exchange)
                settled.append(exchange.finish(item.plan, artis: item.artis))
            case .failure(let refusal) where refusal.isAboutReference:
                // Created by us before, the answer was lost.
                begun.append(item)
            case .failure(let refusal):
                var settlement = refused(item, refusal)
                settlement.isUncreated = true
                settled.append(settlement)
            case nil:
                settled.append(workshop.retry(pair, cause: "HubSpot did not answer for this record"))
            }
        }
        let found = try await LostBirths(exchange: exchange, property: property).find(begun)
        settled += found.settled
        settled += found.absent.map {
            workshop.retry($0.plan.candidate.pair, cause: "\(HubSpotName.reference) is refused, and no record holds it")
        }
        return settled
    }

    /// Where HubSpot itself refuses no second one: what this database knew before the fleet started may have been created
    /// by one that it was restored from, so that it is looked for first.
    private func doubting(_ items: [Writing.Done]) async throws(StepFailure) -> [Writing.Done] {
        let bound = try await step { () async throws(DatabaseError) in
            try await CaughtUp.bound(in: workshop.database, started: workshop.started)
        }
        let now = workshop.clock()
        return items.map { item in
            var item = item
            let pair = item.plan.candidate.pair
            if pair.creatingAt == nil, pair.createdAt < bound { item.plan.candidate.pair.creatingAt = min(bound, now) }
            return item
        }
    }

    /// One of the records that it was to be associated with may have been archived a moment ago: HubSpot names no property
    /// then, and soon the gate knows (R26).
    private func refused(_ item: Writing.Done, _ refusal: HubSpotRefusal) -> Settlement {
        let pair = item.plan.candidate.pair
        let blamesNobody = refusal.property == nil && (refusal.status == 404 || refusal.status == 400 && pair.attempts < 3)
        if blamesNobody, !creation(item).associations.isEmpty {
            return workshop.retry(pair, cause: "\(refusal.status): \(refusal.message)")
        }
        return workshop.settlement(of: pair, refused: refusal)
    }

    private func creation(_ item: Writing.Done) -> HubSpotCreation {
        let plan = item.plan
        var properties = plan.hubspotProperties.filter { !$0.value.isEmpty }
        properties[HubSpotName.reference] = plan.reference
        let links = plan.candidate.relations.added.compactMap { end -> HubSpotCreation.Association? in
            HubSpotAssociation.typeID(from: exchange.kind, to: end.kind, primary: false).map {
                HubSpotCreation.Association(to: end.id, kind: end.kind, typeID: $0)
            }
        }
        return HubSpotCreation(
            trace: plan.candidate.pair.id.description, properties: properties,
            associations: [plan.candidate.birth?.company].compactMap { $0 } + links)
    }
}

extension HubSpotRefusal {
    /// Another record holds the reference: it is the one that we wanted to make.
    fileprivate var isAboutReference: Bool {
        property == HubSpotName.reference || message.contains(HubSpotName.reference)
    }
}
