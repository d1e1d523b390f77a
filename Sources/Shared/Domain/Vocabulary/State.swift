/// Where a pair stands; every pair is in exactly one of these (rules.md, "Where a pair stands").
public enum State: String, Sendable, Hashable, CaseIterable, Codable {
    case synced
    case pending
    case waiting
    case notEligible = "not_eligible"
    case blocked
    case retrying
    case failed
    case stopped
}
