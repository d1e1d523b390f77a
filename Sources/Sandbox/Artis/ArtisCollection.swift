/// The four collections of the artis.net port, as they stand in its paths.
enum ArtisCollection: String, CaseIterable, Sendable {
    case tiers, affaires, interlocuteurs, actions

    /// What the ids of the collection begin with.
    private var prefix: String {
        switch self {
        case .tiers: "T"
        case .affaires: "AF"
        case .interlocuteurs: "IN"
        case .actions: "AC"
        }
    }

    /// The id of the `number`th record made in this collection: `T000001`, `AF000001`.
    func id(_ number: Int) -> String {
        let digits = String(number)
        return prefix + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }
}
