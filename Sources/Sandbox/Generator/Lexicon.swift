/// Words that a French company's files are made of.
enum Lexicon {
    static let founders = [
        "Aubépin", "Bélanger", "Châtaignier", "Desœuvres", "Évrard", "Fauvel", "Guérin", "Hérault", "Îlot", "Jaccoud",
        "Kerbœuf", "L'Hôte", "Maçon", "Noël", "Œillet", "Pâris", "Quéré", "Rôtisseau", "Sénéchal", "Thévenin",
        "Ürsel", "Vaïsse", "Warluzel", "Yvon",
    ]

    static let trades = [
        "Menuiserie", "Charpente", "Transports", "Imprimerie", "Brasserie", "Mécanique de précision", "Électricité",
        "Chauffage & Sanitaire", "Maçonnerie", "Boulangerie industrielle", "Fonderie", "Cartonnage", "Logistique",
        "Horlogerie", "Tôlerie", "Câblerie", "Vignobles", "Laiterie", "Textiles", "Plasturgie",
    ]

    static let forms = ["SARL", "SAS", "SA", "et Fils", "Frères", "& Associés", "SCOP", "Groupe"]

    static let firstNames = [
        "Zoé", "Anaïs", "Éloïse", "Chloé", "Inès", "Maëlle", "Hélène", "Françoise", "Noémie", "Léa", "Gaël", "Loïc",
        "Jérôme", "François", "Stéphane", "Rémi", "Hervé", "Benoît", "Cédric", "Jean-Baptiste", "Raphaël", "Théo",
    ]

    static let lastNames = [
        "Lefèvre", "Müller", "Gonçalves", "Le Goff", "D'Hondt", "Béranger", "Rousseau", "Peña", "Cœur", "Étienne",
        "de La Fontaine", "Bessière", "Chevalier", "Roüan", "Besançon", "Allègre", "Nguyễn", "Sørensen", "Vidal",
        "Léger-Dubois",
    ]

    static let jobs = [
        "Directrice générale", "Responsable achats", "Gérant", "Chef d'atelier", "Comptable", "DSI",
        "Assistante commerciale", "Responsable qualité", "Directeur technique",
    ]

    static let streets = [
        "rue de la République", "avenue du Général-de-Gaulle", "impasse des Tilleuls", "quai de l'Écluse",
        "boulevard Gambetta", "chemin du Moulin-à-Vent", "place de l'Hôtel-de-Ville", "ZA des Prés-Salés",
        "rue Saint-Étienne", "allée des Érables",
    ]

    static let subjects = [
        "Rénovation de l'atelier", "Contrat de maintenance", "Équipement du dépôt", "Ligne de découpe",
        "Licence annuelle", "Extension du réseau", "Audit énergétique", "Fournitures trimestrielles",
        "Étude de faisabilité", "Mise en conformité",
    ]

    static let remarks = [
        "Intéressé, rappeler après l'inventaire.", "Devis envoyé, réponse attendue sous huitaine.",
        "Demande une remise de 3 %.", "À relancer en début de mois ; préfère être joint le matin.",
        "Budget validé par la direction.", "Souhaite une démonstration sur site.",
    ]
}
