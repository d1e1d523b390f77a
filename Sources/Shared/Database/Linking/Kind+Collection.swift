import Domain

extension Kind {
    /// The word of `pair.collection`: artis' ids are unique within one, and the three kinds of activity share one.
    var artisCollection: String {
        switch self {
        case .company: "tiers"
        case .deal: "affaires"
        case .contact: "interlocuteurs"
        case .call, .meeting, .email: "actions"
        }
    }
}
