import Database
import Domain
import Messaging
import Observability

/// A batch of messages, read: hints by pair, and those that cannot be read.
struct Intake {
    private(set) var hints: [Envelope] = []
    private(set) var readable: [DeliveryTag] = []
    /// Dead-lettered; the collector finds the reason in the bytes again.
    private(set) var unreadable: [DeliveryTag] = []
    private(set) var traces: Traces
    let began = ContinuousClock.now

    init(_ deliveries: [Delivery]) {
        traces = Traces(batch: nil)
        for delivery in deliveries {
            do {
                var hint = try Envelope(decoding: delivery.body)
                hint.trace = delivery.headers["traceparent"] ?? hint.trace
                hints.append(hint)
                readable.append(delivery.tag)
            } catch {
                unreadable.append(delivery.tag)
            }
        }
        for hint in hints {
            guard let pair = hint.pair, let trace = hint.trace.flatMap({ TraceContext(traceparent: $0) }) else { continue }
            traces.own[PairID(pair)] = trace.step()
            traces.batch = traces.batch ?? trace.step()
        }
        // What no message brought a trace for is still traced from here on.
        traces.batch = traces.batch ?? .fresh()
    }

    /// One batch comes from one queue, and so from one lane.
    var lane: Lane { hints.first?.lane ?? .live }

    /// The pairs that the hints name, each once. A hint that names its pair by an external id only (an operator's, a
    /// test's) is looked up; one that names no pair at all is answered by doing nothing.
    func pairIDs(in transaction: Transaction) async throws(DatabaseError) -> [PairID] {
        var ids = Set(hints.compactMap { $0.pair.map(PairID.init(_:)) })
        for (kind, group) in Dictionary(grouping: hints.filter { $0.pair == nil }, by: \.kind) {
            let hubspot = group.filter { $0.system == .hubspot }.map { ID<HubSpotRecord>($0.id) }
            let artis = group.filter { $0.system == .artis }.map { ID<ArtisRecord>($0.id) }
            if !hubspot.isEmpty {
                ids.formUnion(try await transaction.run(FindPairs(kind: kind, hubspotIDs: hubspot)).map(\.id))
            }
            if !artis.isEmpty {
                ids.formUnion(try await transaction.run(FindPairsByArtis(kind: kind, artisIDs: artis)).map(\.id))
            }
        }
        return ids.sorted()
    }
}
