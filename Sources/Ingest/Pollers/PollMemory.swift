import Domain
import HubSpot

/// What the polls of one kind have accepted lately. The overlap shows it again, and what has left no row would be looked
/// at once more each time: activities of companies that have not asked to be synced (R13).
///
/// Lost with its process, which costs those looks and nothing else.
struct PollMemory {
    private var accepted: [ID<HubSpotRecord>: Instant] = [:]

    func isNews(_ object: HubSpotObject) -> Bool {
        guard let modified = object.modified else { return true }
        return accepted[object.id] != modified
    }

    mutating func keep(_ objects: [HubSpotObject]) {
        for object in objects { accepted[object.id] = object.modified }
    }

    /// What no later poll can show again.
    mutating func forget(before moment: Instant) {
        accepted = accepted.filter { $0.value >= moment }
    }
}
