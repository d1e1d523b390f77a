/// The six states of an affaire before the sale (R15).
enum ArtisStage: String, CaseIterable, Sendable {
    case approche = "Approche"
    case negociation = "Négociation"
    case conclusion = "Conclusion"
    case gagnee = "Gagnée"
    case perdue = "Perdue"
    case annulee = "Annulée"

    /// `avancement`, in percent, as the source page tells it.
    var progress: Int {
        switch self {
        case .approche: 10
        case .negociation: 40
        case .conclusion: 70
        case .gagnee, .perdue, .annulee: 100
        }
    }

    /// R17: an affaire that stands here is locked.
    var locks: Bool { progress == 100 }

    /// What a locked affaire no longer lets the port change: what was sold to whom, for how much, when, and how it ended.
    /// Its title and its salespeople stay open, since they are put right after the sale in any real house.
    static let lockedFields: Set<String> = ["tiers", "montant", "dateConclusion", "statutAvantVente"]
}
