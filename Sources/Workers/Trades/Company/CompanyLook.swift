import Artis
import Database
import Domain
import HTTP
import HubSpot
import Pipeline

/// A look at companies in HubSpot, and what R5 to R8 say of each.
struct CompanyLook {
    let workshop: Workshop
    let reference: ReferenceData
    let lane: Lane

    /// HubSpot's clock and ours may differ by as much: a moment seen twice decides nothing new.
    private static let margin: Duration = .seconds(10)

    /// Returns companies that go on to artis, and settlements of the others.
    ///
    /// - Parameters:
    ///   - asking: pairs that ask by their artis half, whatever their triggers (R9).
    ///   - named: those of them whose half was made after this very company: they have no other.
    func read(
        _ all: [Pair], asking byArtis: Set<PairID>, named: Set<PairID> = []
    ) async throws(StepFailure) -> (asking: [Candidate], settled: [Settlement]) {
        let (merged, pairs) = all.parted { $0.reason == .mergedInHubSpot }
        var settled = merged.map { Settlement.unchanged($0) }
        guard !pairs.isEmpty else { return ([], settled) }
        let lookedAt = workshop.clock() - Self.margin
        let objects = try await objects(of: pairs)
        let away = MergedAway(workshop: workshop, lane: lane)
        let moving = try await away.note(.company, objects, of: pairs)
        let ours = try await OwnRecords(workshop: workshop, lane: lane).recognise(pairs, objects)
        let start = try await started()
        try await keepSIRETs(objects)
        var asking: [Candidate] = []
        var gone: [Pair] = []
        settled += ours.settled
        for pair in pairs where !ours.handled.contains(pair.id) {
            let asks = byArtis.contains(pair.id)
            if moving.contains(pair.id) {
                settled.append(away.settlement(pair))
            } else if let id = pair.hubspotID, let object = objects[id] {
                switch judge(pair, object, asks: asks, lookedAt: lookedAt, start: start) {
                case .candidate(let candidate): asking.append(candidate)
                case .settled(let settlement): settled.append(settlement)
                }
            } else if asks, !named.contains(pair.id), let id = pair.hubspotID {
                settled.append(try await unlinked(pair, from: id))
            } else {
                gone.append(pair)
            }
        }
        settled += try await Departures(workshop: workshop, lane: lane).settle(gone)
        return (asking, settled)
    }

    /// The company that was found by its SIRET is gone meanwhile: looked up once more.
    private func unlinked(_ pair: Pair, from id: ID<HubSpotRecord>) async throws(StepFailure) -> Settlement {
        try await workshop.see([(id, nil)], lane: lane)
        var pair = pair
        pair.hubspotID = nil
        return .putOff(pair, until: workshop.clock())
    }

    private enum Judgement {
        case candidate(Candidate)
        case settled(Settlement)
    }

    private func judge(
        _ pair: Pair, _ object: HubSpotObject, asks isAsking: Bool, lookedAt: Instant, start: Instant
    ) -> Judgement {
        var pair = pair
        var read = object.values(.company, reference: reference, last: pair.snapshot?.hubspot, pipeline: nil)
        let trigger = Trigger.verdict(
            stageHistory: object.history["lifecyclestage"] ?? PropertyHistory(),
            boxHistory: object.history["synchro_artis"] ?? PropertyHistory(),
            stage: object.properties["lifecyclestage"], box: object.properties["synchro_artis"],
            parameter: reference.trigger, stages: reference.lifecycleStages, since: pair.lookedAt ?? start)
        pair.lookedAt = lookedAt
        pair.box = object.isTicked
        pair.stage = object.properties["lifecyclestage"]
        pair.hubspotModified = object.modified
        pair.warnings = read.warnings
        pair.called = Called(.company, read.values)
        let gate = Gate.company(
            latched: pair.isLatched || isAsking, trigger: asks(pair, trigger), siret: read.siretFault,
            missing: read.values.missing(Field.required(.company)))
        guard gate == .go else {
            let released = pair.siret
            pair.siret = nil
            var settlement = Settlement.held(pair, by: gate)
            settlement.releasesSIRET = released
            return .settled(settlement)
        }
        // artis has a valid SIRET, which fills a blank here.
        if isAsking, object.properties[reference.siretProperty ?? ""] == nil { read.uncarried.remove(.siret) }
        let match = read.values[.siret].map(Candidate.Match.siret) ?? .none
        var candidate = Candidate(
            pair: pair, hubspot: read.values, uncarried: read.uncarried, match: match,
            creation: [ArtisFieldName.relation: "Prospect"])
        candidate.readAt = workshop.clock()
        candidate.ticksBox = isAsking && !object.isTicked
        return .candidate(candidate)
    }

    /// A company whose box is off asks for nothing, and is in nobody's way when the parameter is wrong.
    private func asks(_ pair: Pair, _ trigger: TriggerVerdict) -> TriggerVerdict {
        trigger == .notSet && pair.box != true ? .notRequested : trigger
    }

    /// Companies that have not latched are read with the history of their two triggers (R8), the others without.
    private func objects(of pairs: [Pair]) async throws(StepFailure) -> [ID<HubSpotRecord>: HubSpotObject] {
        var found: [ID<HubSpotRecord>: HubSpotObject] = [:]
        for (group, history) in [
            (pairs.filter { !$0.isLatched }, ["lifecyclestage", "synchro_artis"]), (pairs.filter(\.isLatched), []),
        ] where !group.isEmpty {
            let properties = HubSpotMapping.properties(of: .company, siretProperty: reference.siretProperty)
            let reading = try await step { () async throws(HubSpotFailure) in
                try await workshop.hubspot.read(
                    .company, ids: group.compactMap(\.hubspotID), properties: properties, history: history,
                    for: HubSpotCall(purpose: .read, lane: lane))
            }
            found.merge(reading.found) { first, _ in first }
        }
        return found
    }

    private func started() async throws(StepFailure) -> Instant {
        try await step { () async throws(DatabaseError) in
            try await workshop.database.first(StartCursor("start")) ?? workshop.clock()
        }
    }

    /// R9: the SIRET of every HubSpot company seen, eligible or not.
    private func keepSIRETs(_ objects: [ID<HubSpotRecord>: HubSpotObject]) async throws(StepFailure) {
        guard let name = reference.siretProperty, !objects.isEmpty else { return }
        try await ToldSIRETs(workshop: workshop, reference: reference, lane: lane).keep(objects, as: name)
    }
}
