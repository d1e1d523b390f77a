import Artis
import Database
import Domain
import HTTP
import HubSpot
import Pipeline

/// Prospects and clients of artis that are not synced yet (R6, R9): looked up by SIRET among all companies of HubSpot,
/// linked with the one that is found, else created.
struct CompanyBirths {
    let workshop: Workshop
    let reference: ReferenceData
    let lane: Lane

    struct Outcome {
        var candidates: [Candidate] = []
        var settled: [Settlement] = []
        /// HubSpot holds them: read there, and linked whatever their box and stage.
        var linked: [Pair] = []
        /// Those of them whose company artis itself names: we made the tiers after it.
        var named: Set<PairID> = []
        /// HubSpot holds them, but artis does not ask: HubSpot's own triggers decide.
        var others: [Pair] = []
    }

    private struct Item {
        var pair: Pair
        var siret: String
        var record: ArtisObject
    }

    func survey(_ asking: [(pair: Pair, record: ArtisObject)]) async throws(StepFailure) -> Outcome {
        var outcome = Outcome()
        var items = admitted(asking, into: &outcome)
        items = try await claimed(items, into: &outcome)
        if !items.isEmpty { try await ToldSIRETs(workshop: workshop, reference: reference, lane: lane).read() }
        items = try await lookedUp(items, into: &outcome)
        guard !items.isEmpty else { return outcome }
        // Without the property no company of HubSpot's can be looked up (R4), nor the SIRET be written.
        guard reference.siretProperty != nil else {
            let detail = "\(Field.siret.rawValue): the property is missing"
            outcome.settled += items.map { .blocked($0.pair, .hubspotRefused, detail: detail) }
            return outcome
        }
        guard try await companiesSeen() else {
            outcome.settled += items.map { .putOff($0.pair, until: workshop.clock() + .seconds(2)) }
            return outcome
        }
        guard let stage = reference.trigger, reference.lifecycleStages.contains(stage) else {
            outcome.settled += items.map { .blocked($0.pair, .triggerNotSet, detail: nil) }
            return outcome
        }
        let birth = Birth(
            properties: HubSpotMapping.creation(.company, values: Values(), trigger: stage, pipeline: nil))
        outcome.candidates = items.map { Candidate(pair: $0.pair, hubspot: Values(), birth: birth) }
        return outcome
    }

    private func admitted(_ asking: [(pair: Pair, record: ArtisObject)], into outcome: inout Outcome) -> [Item] {
        var items: [Item] = []
        for (pair, record) in asking {
            var pair = pair
            let siret = SIRET.parse(record.fields[ArtisFieldName.siret]?.string ?? "")
            var fault: SIRETFault?
            if case .failure(let found) = siret { fault = found }
            let values = record.values(.company, reference: reference)
            let decision = Gate.tiers(
                relation: record.fields[ArtisFieldName.relation]?.string, siret: fault,
                missing: values.missing(Field.required(.company)))
            pair.lookedAt = workshop.clock()
            pair.called = Called(.company, values)
            if decision == .go, case .success(let siret) = siret {
                items.append(Item(pair: pair, siret: siret.digits, record: record))
            } else if pair.hubspotID != nil {
                outcome.others.append(pair)
            } else {
                let released = pair.siret
                pair.siret = nil
                var settlement = Settlement.held(pair, by: decision)
                settlement.releasesSIRET = released
                outcome.settled.append(settlement)
            }
        }
        return items
    }

    /// R6: one holder per SIRET. A company of HubSpot's that holds it and is not linked is this very one.
    private func claimed(_ items: [Item], into outcome: inout Outcome) async throws(StepFailure) -> [Item] {
        let claims = items.filter { $0.pair.siret != $0.siret }.map { SIRETClaims.Claim($0.pair, siret: $0.siret) }
        let holders = try await SIRETClaims(workshop: workshop, lane: lane).claim(claims)
        var free: [Item] = []
        for var item in items {
            guard let name = holders.other(than: item.pair.id, of: item.siret) else {
                item.pair.siret = item.siret
                free.append(item)
                continue
            }
            if let holder = holders.holder(of: item.siret),
                try await Halves(workshop: workshop, lane: lane).unite(item.pair.id, with: holder)
            {
                continue
            }
            outcome.settled.append(.duplicate(item.pair, of: name, siret: item.siret))
        }
        return free
    }

    /// R9: found by SIRET among all companies of HubSpot, eligible or not; a tiers that we made, which a restored database
    /// has forgotten, by our name of it (invariant 8).
    private func lookedUp(_ items: [Item], into outcome: inout Outcome) async throws(StepFailure) -> [Item] {
        let rows = try await step { () async throws(DatabaseError) in
            try await workshop.database.run(FindSIRETs(items.map(\.siret)))
        }
        let pairs = try await step { () async throws(DatabaseError) in
            let named = items.compactMap(\.record.origin)
            return try await workshop.database.run(FindPairs(kind: .company, hubspotIDs: named + rows.map(\.hubspotID)))
        }
        var absent: [Item] = []
        for item in items {
            if item.pair.hubspotID != nil {
                outcome.linked.append(item.pair)
                continue
            }
            let homonyms = rows.filter { $0.siret == item.siret }.map(\.hubspotID)
            switch try await place(item, [item.record.origin].compactMap(\.self) + homonyms, pairs) {
            case .none: absent.append(item)
            case .linked(let pair):
                outcome.linked.append(pair)
                if pair.hubspotID == item.record.origin { outcome.named.insert(pair.id) }
            case .united: break
            case .held(let id): outcome.settled.append(.blocked(item.pair, .siretDuplicate, detail: id.rawValue))
            }
        }
        return absent
    }

    private enum Place {
        case none
        case linked(Pair)
        case united
        case held(ID<HubSpotRecord>)
    }

    private func place(
        _ item: Item, _ homonyms: [ID<HubSpotRecord>], _ pairs: [Pair]
    ) async throws(StepFailure) -> Place {
        var place = Place.none
        for id in homonyms {
            guard let other = pairs.first(where: { $0.hubspotID == id }) else {
                var pair = item.pair
                pair.hubspotID = id
                return .linked(pair)
            }
            if other.artisID == nil || (other.state == .stopped && other.reason == .deletedInArtis),
                try await Halves(workshop: workshop, lane: lane).unite(item.pair, with: other)
            {
                return .united
            }
            if other.state != .stopped { place = .held(id) }
        }
        return place
    }

    private func companiesSeen() async throws(StepFailure) -> Bool {
        try await step { () async throws(DatabaseError) in
            try await workshop.database.first(CompaniesSeen()) ?? false
        }
    }
}

extension ArtisObject {
    /// The company of HubSpot's that we made it after.
    fileprivate var origin: ID<HubSpotRecord>? {
        reference.flatMap(OwnReference.hubspotRecord).flatMap { $0.kind == .company ? $0.id : nil }
    }
}
