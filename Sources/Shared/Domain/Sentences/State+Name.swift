extension State {
    /// What people read.
    public func name(_ language: Language) -> String {
        switch self {
        case .synced: language == .fr ? "synchronisé" : "synced"
        case .pending: language == .fr ? "en cours" : "pending"
        case .waiting: language == .fr ? "en attente" : "waiting"
        case .notEligible: language == .fr ? "non concerné" : "not eligible"
        case .blocked: language == .fr ? "bloqué" : "blocked"
        case .retrying: language == .fr ? "nouvel essai prévu" : "retrying"
        case .failed: language == .fr ? "en échec" : "failed"
        case .stopped: language == .fr ? "arrêté" : "stopped"
        }
    }
}
