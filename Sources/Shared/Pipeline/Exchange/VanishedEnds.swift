import Artis
import Database
import Domain
import HubSpot

/// Contacts and deals whose link with an activity has vanished on one side, or is to be added there, and who are gone there
/// themselves: a system shows no links with what is deleted, and takes none. Their links are left alone, for deleting on
/// one side deletes nothing on the other (R26); their own pairs stop by their own looks.
struct VanishedEnds {
    let exchange: Exchange

    /// - Parameter ends: by the system on which they are looked for.
    func find(_ ends: [System: [Pair]]) async throws(StepFailure) -> Set<PairID> {
        var gone: Set<PairID> = []
        for (kind, pairs) in Dictionary(grouping: ends[.hubspot] ?? [], by: \.kind) {
            let call = HubSpotCall(purpose: .read, lane: exchange.lane)
            let reading = try await step { () async throws(HubSpotFailure) in
                try await exchange.workshop.hubspot.read(
                    kind, ids: pairs.compactMap(\.hubspotID), properties: [HubSpotName.modified(kind)], for: call)
            }
            // One that was merged away goes on as another, and its pair with it.
            gone.formUnion(pairs.filter { pair in pair.hubspotID.map { reading.found[$0]?.id != $0 } ?? false }.map(\.id))
        }
        for (kind, pairs) in Dictionary(grouping: ends[.artis] ?? [], by: \.kind) {
            let reading = try await step { () async throws(ArtisFailure) in
                try await exchange.workshop.artis.read(ArtisCollection(kind), .ids(pairs.compactMap(\.artisID)))
            }
            let present = Set(reading.records.map(\.id))
            gone.formUnion(pairs.filter { $0.artisID.map { !present.contains($0) } ?? false }.map(\.id))
        }
        return gone
    }
}
