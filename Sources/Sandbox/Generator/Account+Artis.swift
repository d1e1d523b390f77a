extension Account {
    /// *Qualité personne*. The lowest position is no longer in use, so the first possible value is the second (R18).
    static let titles = [
        ArtisLabel(position: 1, code: "MLLE", libelle: "Mademoiselle", actif: false),
        ArtisLabel(position: 2, code: "MME", libelle: "Madame", actif: true),
        ArtisLabel(position: 3, code: "M", libelle: "Monsieur", actif: true),
        ArtisLabel(position: 4, code: "ME", libelle: "Maître", actif: true),
    ]

    private static let roles = [
        ArtisLabel(position: 1, code: "PRESCRIPTEUR", libelle: "Prescripteur", actif: true),
        ArtisLabel(position: 2, code: "TELEVENDEUR_HUBSPOT", libelle: "Télévendeur", actif: true),
        ArtisLabel(position: 3, code: "AVANT_VENTE", libelle: "Avant-vente", actif: true),
    ]

    private static let decisions = [
        ArtisDecision(position: 1, domaine: "Commerce", type: "Appel", motif: "*", resultat: "CALL"),
        ArtisDecision(position: 2, domaine: "Commerce", type: "Appel", motif: "Prospection", resultat: "CALL"),
        ArtisDecision(position: 3, domaine: "Commerce", type: "Appel", motif: "Relance", resultat: "CALL"),
        ArtisDecision(position: 4, domaine: "Commerce", type: "Rendez-vous", motif: "Visite", resultat: "MEETING"),
        ArtisDecision(position: 5, domaine: "*", type: "Rendez-vous", motif: "*", resultat: "MEETING"),
        ArtisDecision(position: 6, domaine: "Commerce", type: "Mail", motif: "Envoi d'offre", resultat: "EMAIL"),
        ArtisDecision(position: 7, domaine: "*", type: "Mail", motif: "*", resultat: "EMAIL"),
    ]

    /// `CO0001`.
    static func personId(_ place: Int) -> String { "CO" + String(10_001 + place).dropFirst() }

    static func plant(in store: ArtisStore) async {
        var entries: [ArtisEntry] = [
            .parameter(code: "HUBSPOT_DECLENCHEUR_CYCLE_DE_VIE_SYNCHRO_ENTREPRISE", value: Planner.trigger),
            .parameter(code: "HUBSPOT_DELAI_APPELS", value: "500"),
            .labels(table: ArtisTableName.titles, lines: titles), .labels(table: ArtisTableName.roles, lines: roles),
            .decisions(decisions),
        ]
        for (place, person) in PlannedPerson.all.enumerated() {
            guard let mail = person.artisMail else { continue }
            entries.append(
                .person(
                    ArtisPerson(
                        id: personId(place), mail: mail, nom: person.lastName, prenom: person.firstName,
                        actif: person.activeInArtis, commercial: person.sells)))
        }
        await store.set(entries)
    }
}
