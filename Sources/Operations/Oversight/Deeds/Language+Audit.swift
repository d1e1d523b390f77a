package import Domain

/// The audit, for whoever reads.
extension Language {
    /// What an operator did, by the console's word for it; in English that word will do.
    package func action(_ word: String) -> String {
        guard self == .fr else { return word }
        return switch word {
        case "retry": "réessayer"
        case "pause": "mettre en pause"
        case "resume": "reprendre"
        case "dead discard": "jeter des messages"
        case "forget": "effacer les valeurs"
        case "backfill": "rattrapage"
        case "link": "lier"
        case "verify": "vérifier"
        case "setup": "préparer HubSpot"
        default: word
        }
    }

    /// What a row of the audit says beside that: ids stand as they are, our own words in the reader's.
    package func audit(_ detail: String) -> String {
        guard self == .fr else { return detail }
        return detail.split(separator: " ", omittingEmptySubsequences: false).map { part in
            var word = part
            while let last = word.last, ",:".contains(last) { word.removeLast() }
            return french(String(word)) + part[word.endIndex...]
        }.joined(separator: " ")
    }

    private func french(_ word: String) -> String {
        if let kind = Kind(rawValue: word) { return kind.name(.fr) }
        if let state = State(rawValue: word) { return state.name(.fr) }
        return switch word {
        case "all": "tout"
        case "since": "depuis"
        case "before": "avant"
        case "found": "trouvées"
        case "queued": "en file"
        case "compared": "comparées"
        case "differ": "différentes"
        case "unread": "illisibles"
        case "ended": "terminé"
        case "activity": "activités"
        case "below": "sous les entreprises"
        default: word
        }
    }
}
