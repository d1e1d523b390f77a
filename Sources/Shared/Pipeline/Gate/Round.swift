import Database
import Domain
import HubSpot

/// One kind's share of a batch: what is true of all its pairs.
struct Round {
    let trade: any DependantTrade
    let kind: Kind
    let lane: Lane
    let workshop: Workshop
    let reference: ReferenceData
    let pipeline: PipelineChoice
    /// Pairs that ask by their artis half.
    let asking: Set<PairID>

    func survey(_ pairs: [Pair]) async throws(StepFailure) -> Survey {
        var survey = Survey()
        let read = try await readings(of: pairs, into: &survey)
        let asking = read.filter { asks($0, into: &survey) }
        guard !asking.isEmpty else { return survey }

        let associations = try await AssociationReading(round: self).read(asking)
        let rows = try await workshop.companies(named: associations.companies, lane: lane)
        let former = try await FormerCompanies(round: self).read(asking, associations: associations, companies: rows)
        for item in asking {
            decide(item, associations: associations, companies: rows, former: former, into: &survey)
        }
        return survey
    }

    /// Reads the records; what HubSpot does not have any more is settled (R26).
    private func readings(of all: [Pair], into survey: inout Survey) async throws(StepFailure) -> [DependantItem] {
        let (merged, pairs) = all.parted { $0.reason == .mergedInHubSpot }
        survey.settled += merged.map { .unchanged($0) }
        guard !pairs.isEmpty else { return [] }
        let ids = pairs.compactMap(\.hubspotID)
        let properties = HubSpotMapping.properties(of: kind, siretProperty: reference.siretProperty)
        let call = HubSpotCall(purpose: .read, lane: lane)
        let found = try await step { () async throws(HubSpotFailure) in
            try await workshop.hubspot.read(kind, ids: ids, properties: properties, for: call)
        }
        let away = MergedAway(workshop: workshop, lane: lane)
        let moving = try await away.note(kind, found.found, of: pairs)
        let ours = try await OwnRecords(workshop: workshop, lane: lane).recognise(pairs, found.found)
        survey.settled += ours.settled
        var items: [DependantItem] = []
        var gone: [Pair] = []
        let readAt = workshop.clock()
        for var pair in pairs where !ours.handled.contains(pair.id) {
            if moving.contains(pair.id) {
                survey.settled.append(away.settlement(pair))
            } else if let id = pair.hubspotID, let object = found.found[id] {
                let reading = trade.reading(pair, object, reference: reference, pipeline: pipeline)
                pair.lookedAt = readAt
                pair.hubspotModified = object.modified
                pair.box = object.isTicked
                // The creator is written once, so what is said of it stays true (R2).
                pair.warnings = reading.values.warnings + pair.warnings.filter { $0.code == .creatorUnknown && pair.isLatched }
                pair.called = Called(kind, reading.values.values)
                items.append(DependantItem(pair: pair, reading: reading, asksInArtis: self.asking.contains(pair.id)))
            } else {
                gone.append(pair)
            }
        }
        survey.settled += try await Departures(workshop: workshop, lane: lane).settle(gone)
        return items
    }

    /// Whether the record asks to be synced, as far as it says itself: one that does not costs no further call.
    private func asks(_ item: DependantItem, into survey: inout Survey) -> Bool {
        let decision = Gate.dependant(item.dependant(choice: .none, standing: .unknown))
        switch decision {
        case .notEligible, .blocked:
            survey.settled.append(.held(item.pair, by: decision))
            return false
        case .wait(.otherPipeline):
            survey.settled.append(.held(item.pair, by: decision))
            return false
        case .wait, .go:
            return true
        }
    }
}
