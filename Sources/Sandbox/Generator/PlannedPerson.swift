/// A person as HubSpot knows them, as artis does, or both.
struct PlannedPerson: Equatable, Sendable {
    let firstName: String
    let lastName: String
    /// In each system; nil where that one does not know them.
    let hubspotMail: String?
    let artisMail: String?
    var archivedInHubSpot = false
    var activeInArtis = true
    var sells = true

    /// The account's people. Places are named where the plan speaks of them.
    static let all: [PlannedPerson] = [
        both("Camille", "Aubrée"), both("Loïc", "Béziat"), both("Inès", "Carpentier"), both("Hervé", "Dœuvre"),
        both("Noémie", "Étchegaray"),
        PlannedPerson(
            firstName: "Gaël", lastName: "Faÿ", hubspotMail: "Gael.FAY@Atelier-Lumen.example",
            artisMail: "gael.fay@atelier-lumen.example"),
        PlannedPerson(
            firstName: "Rémi", lastName: "Guérin", hubspotMail: "remi.guerin@atelier-lumen.example",
            artisMail: "remi.guerin@atelier-lumen.example", archivedInHubSpot: true),
        PlannedPerson(
            firstName: "Sacha", lastName: "Stagiaire", hubspotMail: "stage@atelier-lumen.example", artisMail: nil),
        PlannedPerson(
            firstName: "Odile", lastName: "Hémard", hubspotMail: nil, artisMail: "odile.hemard@atelier-lumen.example",
            sells: false),
        PlannedPerson(
            firstName: "Yves", lastName: "Ancien", hubspotMail: nil, artisMail: "yves.ancien@atelier-lumen.example",
            activeInArtis: false),
    ]

    /// Those whom both systems know and who still work here.
    static let sellers = 0..<6
    static let archived = 6
    static let stranger = 7

    private static func both(_ firstName: String, _ lastName: String) -> PlannedPerson {
        let mail = Ascii.slug(firstName) + "." + Ascii.slug(lastName) + "@atelier-lumen.example"
        return PlannedPerson(firstName: firstName, lastName: lastName, hubspotMail: mail, artisMail: mail)
    }
}
