import Domain

/// What the limiter said, as a word.
enum LimiterVerdict: String, CaseIterable {
    case granted, queue, penalty
    case dailyQuota = "daily_quota"
    /// It could not be asked.
    case unavailable

    init(_ verdict: PermitVerdict) {
        switch verdict {
        case .granted: self = .granted
        case .notBefore(_, .queue): self = .queue
        case .notBefore(_, .penalty): self = .penalty
        case .notBefore(_, .dailyQuota): self = .dailyQuota
        case .unavailable: self = .unavailable
        }
    }
}
