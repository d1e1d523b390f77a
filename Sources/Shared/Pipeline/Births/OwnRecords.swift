public import Database
public import Domain
public import HubSpot

/// Records of HubSpot's that carry our reference, for pairs that do not know their artis half: made by us, by a worker
/// that has not committed yet or died. They are never created in artis again (invariant 8).
public struct OwnRecords: Sendable {
    let workshop: Workshop
    let lane: Lane

    public init(workshop: Workshop, lane: Lane) {
        self.workshop = workshop
        self.lane = lane
    }

    public struct Recognised: Sendable {
        /// Pairs that need nothing more in this batch.
        public var handled: Set<PairID> = []
        public var settled: [Settlement] = []
    }

    public func recognise(
        _ pairs: [Pair], _ found: [ID<HubSpotRecord>: HubSpotObject]
    ) async throws(StepFailure) -> Recognised {
        var recognised = Recognised()
        for pair in pairs where pair.artisID == nil && pair.state != .stopped {
            guard let reference = pair.hubspotID.flatMap({ found[$0] })?.properties[HubSpotName.reference],
                let artisID = OwnReference.artisRecord(reference, pair.kind)
            else { continue }
            switch try await Halves(workshop: workshop, lane: lane).meet(pair, with: artisID) {
            // A copy of the reference, as a merge leaves one, says nothing.
            case .anothers: continue
            case .united: break
            case .learnt(let pair):
                var settlement = Settlement.putOff(pair, until: workshop.clock())
                settlement.unites = true
                recognised.settled.append(settlement)
            }
            recognised.handled.insert(pair.id)
        }
        return recognised
    }
}
