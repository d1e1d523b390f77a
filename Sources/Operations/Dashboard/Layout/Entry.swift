import Domain

/// The pages of the navigation, in its order.
enum Entry: String, Sendable, CaseIterable {
    case overview, attention, waiting, records, queues, dead, limiter, workers, audit

    var place: Place { self == .overview ? .overview : Place(rawValue) }

    func name(_ language: Language) -> String {
        switch self {
        case .overview: language == .fr ? "Vue d’ensemble" : "Overview"
        case .attention: language == .fr ? "À traiter" : "Needs you"
        case .waiting: language == .fr ? "En attente" : "Waiting"
        case .records: language == .fr ? "Fiches" : "Records"
        case .queues: language == .fr ? "Files" : "Queues"
        case .dead: language == .fr ? "Messages écartés" : "Dead letters"
        case .limiter: language == .fr ? "Appels HubSpot" : "HubSpot calls"
        case .workers: language == .fr ? "Programmes" : "Workers"
        case .audit: language == .fr ? "Journal" : "Audit"
        }
    }
}
