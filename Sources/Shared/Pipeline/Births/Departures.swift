import Artis
public import Database
public import Domain

/// Pairs whose record is gone from HubSpot (R26). Before the first sync a worker may have made the other half in artis
/// and never heard the answer: it is looked for by our name of it, so that the row knows what it left there, and nothing is
/// made of it a second time (invariant 8).
public struct Departures: Sendable {
    let workshop: Workshop
    let lane: Lane

    public init(workshop: Workshop, lane: Lane) {
        self.workshop = workshop
        self.lane = lane
    }

    /// - Parameter pairs: of one kind. One that proves to be a half of another row has no settlement: the two are looked at anew.
    public func settle(_ pairs: [Pair]) async throws(StepFailure) -> [Settlement] {
        let records = try await left(by: pairs)
        var settled: [Settlement] = []
        for pair in pairs {
            guard let record = pair.unheard.flatMap({ records[$0] }) else {
                settled.append(.stopped(pair, .deletedInHubSpot))
                continue
            }
            switch try await Halves(workshop: workshop, lane: lane).meet(pair, with: record.id) {
            case .united: break
            case .anothers: settled.append(.stopped(pair, .deletedInHubSpot))
            case .learnt(var pair):
                pair.artisVersion = record.version
                var settlement = Settlement.stopped(pair, .deletedInHubSpot)
                settlement.unites = true
                settled.append(settlement)
            }
        }
        return settled
    }

    /// What was made in artis for those that know of nothing there, by our name of it.
    func left(by pairs: [Pair]) async throws(StepFailure) -> [String: ArtisObject] {
        let names = pairs.compactMap(\.unheard)
        guard let kind = pairs.first?.kind, !names.isEmpty else { return [:] }
        let reading = try await step { () async throws(ArtisFailure) in
            try await workshop.artis.read(ArtisCollection(kind), .references(names))
        }
        return Dictionary(
            reading.records.compactMap { record in record.reference.map { ($0, record) } },
            uniquingKeysWith: { first, _ in first })
    }
}

extension Pair {
    /// Our name of the record that may have been made for it in artis, as far as we know of none.
    var unheard: String? {
        artisID == nil ? hubspotID.map { OwnReference.inArtis(kind, of: $0) } : nil
    }
}
