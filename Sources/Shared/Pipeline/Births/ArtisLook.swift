public import Artis
public import Database
import Domain

/// A look in artis at pairs that are not synced yet and have a record there: they ask by their artis half, whatever box
/// or stage HubSpot may have (R9, R14).
public struct ArtisLook: Sendable {
    let workshop: Workshop

    public init(workshop: Workshop) { self.workshop = workshop }

    public struct Seen: Sendable {
        /// Pairs that have no record in artis, or are synced.
        public var others: [Pair] = []
        /// Pairs that ask by their artis half.
        public var asking: [(pair: Pair, record: ArtisObject)] = []
        public var settled: [Settlement] = []
    }

    public func see(_ pairs: [Pair]) async throws(StepFailure) -> Seen {
        var seen = Seen()
        let (born, others) = pairs.parted { !$0.isLatched && $0.artisID != nil }
        seen.others = others
        guard let kind = born.first?.kind else { return seen }
        let reading = try await step { () async throws(ArtisFailure) in
            try await workshop.artis.read(ArtisCollection(kind), .ids(born.compactMap(\.artisID)))
        }
        let records = Dictionary(reading.records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for var pair in born {
            guard let id = pair.artisID, let record = records[id] else {
                seen.settled.append(.stopped(pair, .deletedInArtis))
                continue
            }
            pair.artisVersion = record.version
            pair.warnings = []
            seen.asking.append((pair, record))
        }
        return seen
    }
}
