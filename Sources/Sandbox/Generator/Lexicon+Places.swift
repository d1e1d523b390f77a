extension Lexicon {
    /// A town with its postal code and the area code of its telephones.
    struct Place: Sendable {
        let zip: String
        let town: String
        let area: String
    }

    static let places = [
        Place(zip: "01000", town: "Bourg-en-Bresse", area: "4"), Place(zip: "06400", town: "Cannes", area: "4"),
        Place(zip: "13002", town: "Marseille", area: "4"), Place(zip: "14000", town: "Caen", area: "2"),
        Place(zip: "21200", town: "Beaune", area: "3"), Place(zip: "25000", town: "Besançon", area: "3"),
        Place(zip: "29200", town: "Brest", area: "2"), Place(zip: "31000", town: "Toulouse", area: "5"),
        Place(zip: "33000", town: "Bordeaux", area: "5"), Place(zip: "35400", town: "Saint-Malo", area: "2"),
        Place(zip: "38000", town: "Grenoble", area: "4"), Place(zip: "42000", town: "Saint-Étienne", area: "4"),
        Place(zip: "44000", town: "Nantes", area: "2"), Place(zip: "51100", town: "Reims", area: "3"),
        Place(zip: "54000", town: "Nancy", area: "3"), Place(zip: "59000", town: "Lille", area: "3"),
        Place(zip: "63000", town: "Clermont-Ferrand", area: "4"), Place(zip: "67000", town: "Strasbourg", area: "3"),
        Place(zip: "69003", town: "Lyon", area: "4"), Place(zip: "75011", town: "Paris", area: "1"),
        Place(zip: "76600", town: "Le Havre", area: "2"), Place(zip: "87000", town: "Limoges", area: "5"),
    ]
}
