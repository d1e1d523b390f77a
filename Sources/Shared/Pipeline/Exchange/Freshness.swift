import Database
import Domain
import HubSpot

/// HubSpot has no versions: records that are about to be written there are read once more, unless that was a moment
/// ago, and looked at anew if somebody has changed them meanwhile. A write that is answered later than a moment after that
/// read is followed by one more look (`Writing.Done.take`). The window that remains is in the README.
struct Freshness {
    let exchange: Exchange

    static let moment: Duration = .seconds(2)

    struct Checked {
        var plans: [Plan] = []
        var stale: [Settlement] = []
    }

    func check(_ plans: [Plan]) async throws(StepFailure) -> Checked {
        let workshop = exchange.workshop
        let old = plans.filter { plan in
            guard plan.writesHubSpot, !plan.isBirth, let readAt = plan.candidate.readAt else { return false }
            return workshop.clock() - readAt > Self.moment
        }
        guard !old.isEmpty else { return Checked(plans: plans) }
        let call = HubSpotCall(purpose: .read, lane: exchange.lane)
        let reading = try await step { () async throws(HubSpotFailure) in
            try await workshop.hubspot.read(
                exchange.kind, ids: old.compactMap(\.candidate.pair.hubspotID),
                properties: [HubSpotName.modified(exchange.kind)], for: call)
        }
        let moved = Set(
            old.map(\.candidate.pair).filter { pair in
                pair.hubspotID.flatMap { reading.found[$0]?.modified } != pair.hubspotModified
            }.map(\.id))
        var checked = Checked()
        let (reread, readAt) = (Set(old.map(\.candidate.pair.id)), workshop.clock())
        for var plan in plans {
            if reread.contains(plan.candidate.pair.id) { plan.candidate.readAt = readAt }
            if moved.contains(plan.candidate.pair.id) {
                checked.stale.append(.putOff(plan.candidate.pair, until: workshop.clock()))
            } else {
                checked.plans.append(plan)
            }
        }
        return checked
    }
}
