import Database
import Domain
import HubSpot

/// What is to be done about the records of a page, given what is known of them: twice is once.
struct BackfillSorting: Sendable {
    var changes: [Change] = []
    /// Open companies below which to look.
    var discoveries: [PairID] = []

    var count: Int { changes.count + discoveries.count }

    init(_ objects: [HubSpotObject], _ kind: Kind, known: [Pair], step: BackfillStep) {
        let pairs = Dictionary(
            known.compactMap { pair in pair.hubspotID.map { ($0, pair) } }, uniquingKeysWith: { first, _ in first })
        for object in objects { sort(object, pairs[object.id], step, kind) }
    }

    private mutating func sort(_ object: HubSpotObject, _ pair: Pair?, _ step: BackfillStep, _ kind: Kind) {
        guard let pair else {
            changes.append(Change(kind: kind, hubspotID: object.id, modified: object.modified))
            return
        }
        // Queued or under way already.
        if pair.wanted > pair.applied { return }
        guard pair.isLatched, pair.state != .stopped else {
            // What stayed out is looked at again, changed or not.
            changes.append(Change(kind: kind, hubspotID: object.id))
            return
        }
        switch step {
        case .companies(ifOpen: .leave), .discovery, .listing, .below: return
        case .companies(ifOpen: .discover): discoveries.append(pair.id)
        case .companies(ifOpen: .look), .records:
            guard let modified = object.modified, modified > pair.hubspotModified ?? modified - .seconds(1) else {
                return
            }
            changes.append(Change(kind: kind, hubspotID: object.id, modified: modified))
        }
    }
}
