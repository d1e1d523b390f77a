/// To which company a deal, contact or activity belongs, merged from both sides (R12, R24). A company is named by its
/// tiers.
public enum MoveMerge: Sendable, Hashable {
    case agreed
    /// The record of this system goes to the other's company.
    case move(System)
    /// Both were moved, apart, or are linked for the first time: the record of this system goes, with a conflict.
    case conflict(System)
    /// R17: artis keeps its record where it is, for the affaire is locked: HubSpot's goes back there, with a conflict.
    case putBack

    /// - Parameters:
    ///   - hubspot: the tiers of the company that the record hangs on in HubSpot.
    ///   - artis: the tiers that it hangs on in artis.
    ///   - last: where it hung when last synced, as each side gave it; nil before. A difference that stood then stays.
    public init(hubspot: String?, artis: String?, last: (hubspot: String?, artis: String?)?, conflictWins: System) {
        guard hubspot != artis else {
            self = .agreed
            return
        }
        guard let last else {
            self = .conflict(conflictWins.other)
            return
        }
        switch (hubspot != last.hubspot, artis != last.artis) {
        case (false, false): self = .agreed
        case (true, false): self = .move(.artis)
        case (false, true): self = .move(.hubspot)
        case (true, true): self = .conflict(conflictWins.other)
        }
    }

    /// What becomes of it once artis has refused to move its record.
    public var locked: MoveMerge {
        switch self {
        case .move(.artis), .conflict(.artis): .putBack
        case .agreed, .move(.hubspot), .conflict(.hubspot), .putBack: self
        }
    }
}
