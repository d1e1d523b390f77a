public import Domain

/// The four collections of artis' port; the raw value stands in paths.
public enum ArtisCollection: String, Sendable, Hashable, CaseIterable {
    case tiers, affaires, interlocuteurs, actions

    public init(_ kind: Kind) {
        switch kind {
        case .company: self = .tiers
        case .deal: self = .affaires
        case .contact: self = .interlocuteurs
        case .call, .meeting, .email: self = .actions
        }
    }
}
