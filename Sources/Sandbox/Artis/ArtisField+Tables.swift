/// The fields of the port, collection by collection (`artis-port.md`, "Fields").
extension ArtisField {
    static func all(of collection: ArtisCollection) -> [ArtisField] {
        switch collection {
        case .tiers: tiers
        case .affaires: affaires
        case .interlocuteurs: interlocuteurs
        case .actions: actions
        }
    }

    static let relations = ["Suspect", "Prospect", "Client", "AncienClient", "HorsCible"]

    private static let tiers = [
        ArtisField("raisonSociale", .text(255), required: true),
        ArtisField("siret", .siret),
        ArtisField("relation", .choice(relations)),
        ArtisField("siteInternet", .text(255)),
        ArtisField("telephone", .text(50)),
        ArtisField("adresse1", .text(255)),
        ArtisField("adresse2", .text(255)),
        ArtisField("codePostal", .text(20)),
        ArtisField("ville", .text(100)),
        ArtisField("pays", .text(100)),
        ArtisField("ingenieurCommercial", .person),
    ]

    private static let affaires = [
        ArtisField("tiers", .record(.tiers), required: true),
        ArtisField("intitule", .text(255), required: true),
        ArtisField("montant", .amount),
        ArtisField("dateConclusion", .day),
        ArtisField("statutAvantVente", .choice(ArtisStage.allCases.map(\.rawValue)), required: true),
        ArtisField("avancement", .derived),
        ArtisField("commercial", .person),
        ArtisField("commerciauxSecondaires", .secondaries),
    ]

    private static let interlocuteurs = [
        ArtisField("tiers", .record(.tiers), required: true),
        ArtisField("titre", .title, required: true),
        ArtisField("nom", .text(100), required: true),
        ArtisField("prenom", .text(100), required: true),
        ArtisField("mail", .text(255)),
        ArtisField("telephone", .text(50)),
        ArtisField("mobile", .text(50)),
        ArtisField("fonction", .text(255)),
    ]

    private static let actions = [
        ArtisField("tiers", .record(.tiers), required: true),
        ArtisField("domaine", .text(100), required: true),
        ArtisField("type", .text(100), required: true),
        ArtisField("motif", .text(100), required: true),
        ArtisField("date", .instant, required: true),
        ArtisField("objet", .text(1_000)),
        ArtisField("compteRendu", .text(65_536)),
        ArtisField("collaborateur", .person),
        ArtisField("interlocuteurs", .records(.interlocuteurs)),
        ArtisField("affaires", .records(.affaires)),
    ]
}
