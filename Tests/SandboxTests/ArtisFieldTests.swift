import Testing

@testable import Sandbox

@Suite("artis: what fields may hold")
struct ArtisFieldTests {
    @Test("every field refuses what it may not hold, and says which field it is")
    func badAndGood() async throws {
        try await RunningArtis.with { artis in
            let tiers = try await artis.tiers()
            let affaire: [String: JSON] = ["tiers": .string(tiers), "intitule": "Toiture", "statutAvantVente": "Approche"]
            let person: [String: JSON] = ["tiers": .string(tiers), "titre": "M", "nom": "Pâris", "prenom": "Rémi"]
            let action: [String: JSON] = [
                "tiers": .string(tiers), "domaine": "Commerce", "type": "Appel", "motif": "Relance",
                "date": "2026-03-01T09:30:00Z",
            ]
            let good: [String: [String: JSON]] = [
                "tiers": ["raisonSociale": "Fonderie Noël"], "affaires": affaire, "interlocuteurs": person,
                "actions": action,
            ]
            for collection in ArtisCollection.allCases {
                let base = try #require(good[collection.rawValue])
                let made = try await artis.create(collection.rawValue, .object(base))
                #expect(made.verdict == "201", "\(collection)")
                for field in ArtisField.all(of: collection) where field.required {
                    var lacking = base
                    lacking[field.name] = nil
                    let refused = try await artis.create(collection.rawValue, .object(lacking))
                    #expect(refused.verdict == "422 CHAMP_OBLIGATOIRE \(field.name)")
                    let id = try #require(made["id"]?.text)
                    let cleared = try await artis.modify(collection.rawValue, id, .object([field.name: .null]))
                    #expect(cleared.verdict == "422 CHAMP_OBLIGATOIRE \(field.name)")
                }
                for (field, value) in Self.wrong[collection] ?? [] {
                    var spoiled = base
                    spoiled[field] = value
                    let refused = try await artis.create(collection.rawValue, .object(spoiled))
                    #expect(refused.verdict == "422 VALEUR_INVALIDE \(field)", "\(value.written)")
                }
                for (field, value) in Self.right[collection] ?? [] {
                    var other = base
                    other[field] = value
                    let taken = try await artis.create(collection.rawValue, .object(other))
                    #expect(taken.verdict == "201", "\(field) \(value.written)")
                }
            }
        }
    }

    static let wrong: [ArtisCollection: [(String, JSON)]] = [
        .tiers: [
            ("raisonSociale", 12), ("raisonSociale", .string(String(repeating: "é", count: 256))),
            ("relation", "Ami"), ("relation", "client"), ("siret", 73_282_932_000_074), ("ingenieurCommercial", "CO9999"),
            ("ville", ["Lyon"]), ("couleur", "bleu"),
        ],
        .affaires: [
            ("tiers", "T999999"), ("montant", "12"), ("montant", "12.5"), ("montant", "12,50"), ("montant", 12.5),
            ("montant", "1e3"), ("dateConclusion", "01/03/2026"), ("dateConclusion", "2026-02-29"),
            ("statutAvantVente", "Gagné"), ("statutAvantVente", "gagnée"), ("avancement", 40), ("commercial", "T000001"),
            ("commerciauxSecondaires", [["collaborateur": "CO0001"]]),
            ("commerciauxSecondaires", [["collaborateur": "CO0001", "role": "televendeur_hubspot"]]),
            ("commerciauxSecondaires", [["collaborateur": "CO9999", "role": "TELEVENDEUR_HUBSPOT"]]),
        ],
        .interlocuteurs: [("titre", "DR"), ("titre", "m"), ("nom", true), ("tiers", 1), ("mail", ["a@b.example"])],
        .actions: [
            ("date", "2026-03-01"), ("date", "2026-03-01T09:30:00+01:00"), ("date", "2026-13-01T09:30:00Z"),
            ("date", "2026-03-01T25:30:00Z"), ("interlocuteurs", ["IN999999"]), ("interlocuteurs", "IN000001"),
            ("affaires", ["T000001"]), ("collaborateur", "personne"),
        ],
    ]

    static let right: [ArtisCollection: [(String, JSON)]] = [
        .tiers: [("relation", "HorsCible"), ("ingenieurCommercial", "CO0001"), ("siret", "pas un SIRET"), ("ville", .null)],
        .affaires: [
            ("montant", "12.50"), ("montant", "-3.00"), ("dateConclusion", "2024-02-29"), ("commercial", "CO0010"),
            ("commerciauxSecondaires", [["collaborateur": "CO0001", "role": "TELEVENDEUR_HUBSPOT"]]),
        ],
        .interlocuteurs: [("titre", "ME"), ("mail", "remi@exemple.example"), ("mobile", "")],
        .actions: [("date", "2026-03-01T09:30:00.123Z"), ("interlocuteurs", []), ("collaborateur", "CO0001")],
    ]

    @Test("avancement follows the status and nobody writes it")
    func progress() async throws {
        try await RunningArtis.with { artis in
            let tiers = try await artis.tiers()
            for stage in ArtisStage.allCases {
                let made = try await artis.create(
                    "affaires", ["tiers": .string(tiers), "intitule": "A", "statutAvantVente": .string(stage.rawValue)])
                let id = try #require(made["id"]?.text)
                #expect(try await artis.fields("affaires", id)["avancement"] == .integer(stage.progress))
            }
            #expect(ArtisStage.allCases.map(\.progress) == [10, 40, 70, 100, 100, 100])
        }
    }
}
