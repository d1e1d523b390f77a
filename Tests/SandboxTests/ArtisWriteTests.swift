import Testing

@testable import Sandbox

@Suite("artis: writing in lots")
struct ArtisWriteTests {
    @Test("a modification changes the fields it names and no others, and null clears")
    func partial() async throws {
        try await RunningArtis.with { artis in
            let id = try await artis.tiers(["raisonSociale": "Œillet", "ville": "Caen", "pays": "France"])
            #expect(id == "T000001")
            let changed = try await artis.modify("tiers", id, ["ville": .null, "telephone": "02 31 00 00 00"], version: 1)
            #expect(changed["version"] == 2)
            let fields = try await artis.fields("tiers", id)
            #expect(fields["raisonSociale"] == "Œillet" && fields["pays"] == "France")
            #expect(fields["ville"] == .null && fields["telephone"] == "02 31 00 00 00")
            #expect(try await artis.modify("tiers", id, ["ville": "Brest"], version: 1).verdict == "412 VERSION_PERIMEE")
            #expect(try await artis.modify("tiers", id, ["pays": "France"], version: 2)["version"] == 2)
            #expect(try await artis.modify("tiers", "T000009", ["pays": "France"]).verdict == "404 INCONNU")
        }
    }

    @Test("the same key with the same body gives the first answer again, with another body the id of the first")
    func keys() async throws {
        try await RunningArtis.with { artis in
            let first = try await artis.create("tiers", ["raisonSociale": "Noël"], key: "cle-1")
            #expect(try await artis.create("tiers", ["raisonSociale": "Noël"], key: "cle-1") == first)
            let other = try await artis.create("tiers", ["raisonSociale": "Pâques"], key: "cle-1")
            #expect(other.verdict == "422 CLE_REUTILISEE cle" && other["id"] == first["id"])
            let refused = try await artis.create("tiers", [:], key: "cle-2")
            #expect(refused.verdict == "422 CHAMP_OBLIGATOIRE raisonSociale")
            #expect(try await artis.create("tiers", ["raisonSociale": "Quéré"], key: "cle-2").verdict == "201")
            let writes = try await artis.call("GET", "/sandbox/artis/ecritures").json["elements"]?.items
            #expect(writes?.count == 2)
        }
    }

    @Test("a key is forgotten when its time is over")
    func keysEnd() async throws {
        try await RunningArtis.with { artis in
            _ = try await artis.create("tiers", ["raisonSociale": "Noël"], key: "cle-1")
            _ = try await artis.call("PUT", "/sandbox/artis/reglages", ["conservationClesSecondes": 0])
            let again = try await artis.create("tiers", ["raisonSociale": "Noël"], key: "cle-1")
            #expect(again["id"] == "T000002")
        }
    }

    @Test("an external reference belongs to one record for good, even a deleted one")
    func references() async throws {
        try await RunningArtis.with { artis in
            let first = try await artis.create("tiers", ["raisonSociale": "A"], reference: "companies:1")
            _ = try await artis.call("DELETE", "/sandbox/artis/tiers/T000001")
            let second = try await artis.create("tiers", ["raisonSociale": "B"], reference: "companies:1")
            #expect(second.verdict == "409 REFERENCE_EXISTANTE referenceExterne" && second["id"] == first["id"])
            #expect(try await artis.create("tiers", ["raisonSociale": "B"], reference: "companies:2").verdict == "201")
        }
    }

    @Test("R4 a SIRET belongs to one living tiers, however it is typed")
    func sirets() async throws {
        try await RunningArtis.with { artis in
            let holder = try await artis.tiers(["raisonSociale": "A", "siret": "732 829 320 00074"])
            let twin = try await artis.create("tiers", ["raisonSociale": "B", "siret": "73282932000074"])
            #expect(twin.verdict == "409 SIRET_EXISTANT siret" && twin["id"] == .string(holder))
            let other = try await artis.tiers(["raisonSociale": "C"])
            #expect(try await artis.modify("tiers", other, ["siret": "73282932000074"]).verdict == "409 SIRET_EXISTANT siret")
            #expect(try await artis.modify("tiers", holder, ["siret": "73282932000074"]).verdict == "200")
            _ = try await artis.call("DELETE", "/sandbox/artis/tiers/\(holder)")
            #expect(try await artis.modify("tiers", other, ["siret": "73282932000074"]).verdict == "200")
            let restored = try await artis.call("POST", "/sandbox/artis/tiers/\(holder)/restauration")
            #expect(restored.status == 409 && restored.json["id"] == .string(other))
        }
    }

    @Test("R17 a won, lost or cancelled affaire keeps its amount, date, client and status", arguments: [
        "Gagnée", "Perdue", "Annulée",
    ])
    func locked(stage: String) async throws {
        try await RunningArtis.with { artis in
            let tiers = try await artis.tiers()
            let other = try await artis.tiers(["raisonSociale": "Autre"])
            let made = try await artis.create(
                "affaires",
                [
                    "tiers": .string(tiers), "intitule": "A", "statutAvantVente": "Négociation", "montant": "10.00",
                    "dateConclusion": "2026-01-31",
                ])
            let id = try #require(made["id"]?.text)
            #expect(try await artis.modify("affaires", id, ["statutAvantVente": .string(stage)]).verdict == "200")
            let changes: [(String, JSON)] = [
                ("tiers", .string(other)), ("montant", "11.00"), ("montant", .null), ("dateConclusion", "2026-02-01"),
                ("statutAvantVente", "Approche"),
            ]
            for (field, value) in changes {
                let refused = try await artis.modify("affaires", id, .object([field: value, "intitule": "B"]))
                #expect(refused.verdict == "409 AFFAIRE_VERROUILLEE \(field)")
            }
            let open = try await artis.modify("affaires", id, ["intitule": "B", "montant": "10.00", "commercial": "CO0002"])
            #expect(open.verdict == "200")
            let person = try await artis.call(
                "PATCH", "/sandbox/artis/affaires/\(id)", ["champs": ["statutAvantVente": "Conclusion"]])
            #expect(person.status == 200)
            #expect(try await artis.modify("affaires", id, ["montant": "11.00"]).verdict == "200")
        }
    }

    @Test("one refused operation leaves its neighbours alone, and results keep the order asked")
    func neighbours() async throws {
        try await RunningArtis.with { artis in
            let operations: [JSON] = (0..<100).map { number in
                let fields: JSON = number == 50 ? [:] : ["raisonSociale": "Tiers \(number)"]
                return ["cle": "k\(number)", "operation": "creation", "champs": fields]
            }
            let reply = try await artis.call("POST", "/v1/tiers/lots", ["operations": .array(operations)])
            let results = try #require(reply.json["resultats"]?.items)
            #expect(results.map { $0["cle"] } == operations.map { $0["cle"] })
            #expect(results.map { $0["statut"]?.integer == 201 }.filter(\.self).count == 99)
            #expect(results[50].verdict == "422 CHAMP_OBLIGATOIRE raisonSociale")
        }
    }
}
