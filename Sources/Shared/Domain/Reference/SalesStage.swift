/// The six states of an affaire, named in HubSpot exactly as here (R15).
///
/// Equality of Swift strings is canonical equivalence, so a composed and a decomposed accent are the same name; case
/// and blanks count.
public enum SalesStage: String, Sendable, Hashable, CaseIterable, Codable {
    case approach = "Approche"
    case negotiation = "Négociation"
    case conclusion = "Conclusion"
    case won = "Gagnée"
    case lost = "Perdue"
    case cancelled = "Annulée"

    /// The affaire's progress in artis, in percent; HubSpot's probability means nothing.
    public var progress: Int {
        switch self {
        case .approach: 10
        case .negotiation: 40
        case .conclusion: 70
        case .won, .lost, .cancelled: 100
        }
    }

    /// R17: an affaire that is over is locked in artis.
    public var isClosed: Bool { progress == 100 }
}
