extension FieldConflict.Cause {
    /// Why the two sides disagreed, in a few words.
    public func phrase(_ language: Language) -> String { language == .fr ? french : english }

    private var french: String {
        switch self {
        case .bothChanged: "modifié des deux côtés"
        case .firstLink: "deux valeurs à la première liaison"
        case .requiredCleared: "valeur obligatoire effacée"
        case .locked: "affaire verrouillée"
        case .typeMoved: "type d’action changé dans artis.net"
        }
    }

    private var english: String {
        switch self {
        case .bothChanged: "changed on both sides"
        case .firstLink: "two values at the first link"
        case .requiredCleared: "a required value was cleared"
        case .locked: "the affaire is locked"
        case .typeMoved: "the action's type was changed in artis.net"
        }
    }
}
