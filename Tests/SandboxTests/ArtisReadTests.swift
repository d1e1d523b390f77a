import Testing

@testable import Sandbox

@Suite("artis: reading, listing, reference data and refused calls")
struct ArtisReadTests {
    @Test("records are read by id, reference, SIRET digits and mail, and what is absent is told with a reason")
    func lecture() async throws {
        try await RunningArtis.with { artis in
            let first = try await artis.create(
                "tiers", ["raisonSociale": "A", "siret": "732 829 320 00074"], reference: "companies:7")
            let tiers = try #require(first["id"])
            let gone = try await artis.tiers(["raisonSociale": "B"])
            _ = try await artis.call("DELETE", "/sandbox/artis/tiers/\(gone)")
            let byId = try await artis.call("POST", "/v1/tiers/lecture", ["ids": [tiers, .string(gone), "T000404", tiers]])
            #expect(byId.json["elements"]?.items?.count == 1)
            #expect(byId.json["elements"]?.items?.first?["referenceExterne"] == "companies:7")
            #expect(byId.json["elements"]?.items?.first?["champs"]?["ville"] == .null)
            #expect(
                byId.json["absents"] == [
                    ["id": .string(gone), "motif": "supprime"], ["id": "T000404", "motif": "inconnu"],
                ])
            let bySIRET = try await artis.call("POST", "/v1/tiers/lecture", ["sirets": ["73282932000074", "1"]])
            #expect(bySIRET.json["elements"]?.items?.first?["id"] == tiers)
            #expect(bySIRET.json["absents"] == [["id": "1", "motif": "inconnu"]])
            let byReference = try await artis.call("POST", "/v1/tiers/lecture", ["references": ["companies:7"]])
            #expect(byReference.json["elements"]?.items?.first?["id"] == tiers)
            let contact = try await artis.create(
                "interlocuteurs", ["tiers": tiers, "titre": "M", "nom": "P", "prenom": "R", "mail": "R.P@Exemple.example"])
            let byMail = try await artis.call("POST", "/v1/interlocuteurs/lecture", ["mails": ["r.p@exemple.EXAMPLE"]])
            #expect(byMail.json["elements"]?.items?.first?["id"] == contact["id"])
        }
    }

    @Test("a call that is wrong as a whole is refused as a whole")
    func refusedCalls() async throws {
        try await RunningArtis.with { artis in
            let many = JSON.strings((0...100).map(String.init))
            let cases: [(String, String, JSON?, Int, String)] = [
                ("POST", "/v1/tiers/lecture", ["ids": many], 413, "TROP_GRAND"),
                ("POST", "/v1/tiers/lots", ["operations": .array((0...100).map { _ in [:] })], 413, "TROP_GRAND"),
                ("POST", "/v1/tiers/lecture", ["ids": [], "sirets": []], 400, "REQUETE_INVALIDE"),
                ("POST", "/v1/affaires/lecture", ["sirets": ["1"]], 400, "REQUETE_INVALIDE"),
                ("POST", "/v1/tiers/lecture", ["mails": ["a@b.example"]], 400, "REQUETE_INVALIDE"),
                ("POST", "/v1/tiers/lecture", ["ids": [1]], 400, "REQUETE_INVALIDE"),
                ("POST", "/v1/tiers/lecture", [], 400, "REQUETE_INVALIDE"),
                ("POST", "/v1/tiers/lots", ["operations": [["operation": "creation", "champs": [:]]]], 400, "REQUETE_INVALIDE"),
                (
                    "POST", "/v1/tiers/lots", ["operations": [["cle": "a", "operation": "suppression", "champs": [:]]]], 400,
                    "REQUETE_INVALIDE"
                ),
                (
                    "POST", "/v1/tiers/lots", ["operations": [["cle": "a", "operation": "modification", "champs": [:]]]], 400,
                    "REQUETE_INVALIDE"
                ),
                ("GET", "/v1/tiers?suite=nul", nil, 400, "REQUETE_INVALIDE"),
                ("GET", "/v1/changements?depuis=nul", nil, 400, "REQUETE_INVALIDE"),
                ("GET", "/v1/changements?limite=0", nil, 400, "REQUETE_INVALIDE"),
                ("GET", "/v1/changements?attente=900", nil, 400, "REQUETE_INVALIDE"),
                ("GET", "/v1/parametres/INCONNU", nil, 404, "INCONNU"),
                ("GET", "/v1/tables-de-libelles/inconnue", nil, 404, "INCONNU"),
                ("GET", "/v1/tables-de-decision/inconnue", nil, 404, "INCONNU"),
                ("GET", "/v1/fournisseurs", nil, 404, "INCONNU"), ("DELETE", "/v1/tiers/T000001", nil, 404, "INCONNU"),
            ]
            for (method, path, body, status, code) in cases {
                let reply = try await artis.call(method, path, body)
                #expect(reply.status == status && reply.json["code"]?.text == code, "\(method) \(path)")
            }
            #expect(try await artis.call("POST", "/v1/tiers/lots", raw: "{").status == 400)
            let huge = String(repeating: " ", count: 5 << 20)
            #expect(try await artis.call("POST", "/v1/tiers/lots", raw: huge).status == 413)
            for bearer in ["", "Bearer ", "Bearer autre", "Basic \(RunningArtis.key)"] {
                let reply = try await artis.call("GET", "/v1/tiers", headers: ["Authorization": bearer])
                #expect(reply.status == 401 && reply.json["code"] == "NON_AUTORISE")
            }
        }
    }

    @Test("faults give 429 with Retry-After, 500 and 503, and the recorder sees them")
    func faults() async throws {
        let faults = Faults(seed: 1)
        try await RunningArtis.with(faults: faults) { artis in
            for (status, code) in [(429, "TROP_DE_REQUETES"), (500, "ERREUR_INTERNE"), (503, "INDISPONIBLE")] {
                let fault: JSON = [
                    "kind": "status", "system": "artis", "path": "/v1/tiers", "status": .integer(status), "count": 1,
                    "headers": ["Retry-After": "3"], "body": ["code": .string(code), "message": "panne demandée"],
                ]
                #expect(try await artis.call("POST", "/sandbox/faults", fault).status == 201)
                let reply = try await artis.call("GET", "/v1/tiers")
                #expect(reply.status == status && reply.headers["retry-after"] == "3" && reply.json["code"]?.text == code)
                #expect(try await artis.call("GET", "/v1/tiers").status == 200)
            }
            let calls = try await artis.call("GET", "/sandbox/calls").json["calls"]?.items
            #expect(calls?.map { $0["status"] } == [429, 200, 500, 200, 503, 200])
        }
    }

    @Test("a listing pages through every living record and says where the feed stood when it began")
    func listing() async throws {
        try await RunningArtis.with { artis in
            for page in 0..<12 {
                let operations: [JSON] = (0..<100).map {
                    ["cle": "k\(page)-\($0)", "operation": "creation", "champs": ["raisonSociale": "T"]]
                }
                _ = try await artis.call("POST", "/v1/tiers/lots", ["operations": .array(operations)])
            }
            _ = try await artis.call("DELETE", "/sandbox/artis/tiers/T000700")
            var ids: [String] = []
            var cursors: Set<String> = []
            var path = "/v1/tiers"
            while true {
                let page = try await artis.call("GET", path).json
                ids += (page["elements"]?.items ?? []).compactMap { $0["id"]?.text }
                cursors.insert(try #require(page["curseur"]?.text))
                if cursors.count == 1, ids.count == 500 { _ = try await artis.tiers(["raisonSociale": "pendant"]) }
                guard let next = page["suite"]?.text else { break }
                path = "/v1/tiers?suite=\(next)"
            }
            #expect(ids.count == 1_200 && Set(ids).count == 1_200 && !ids.contains("T000700"))
            let cursor = try #require(cursors.first)
            #expect(cursors.count == 1)
            let since = try await artis.call("GET", "/v1/changements?depuis=\(cursor)&attente=0").json
            #expect(since["elements"]?.items?.map { $0["id"] } == ["T001201"])
        }
    }

    @Test("reference data is served as set up, and collaborateurs come in pages")
    func reference() async throws {
        try await RunningArtis.with { artis in
            let delay = try await artis.call("GET", "/v1/parametres/HUBSPOT_DELAI_APPELS")
            #expect(delay.json == ["code": "HUBSPOT_DELAI_APPELS", "valeur": "500"])
            _ = try await artis.call("PUT", "/sandbox/artis/parametres/HUBSPOT_DELAI_APPELS", ["valeur": "100"])
            #expect(try await artis.call("GET", "/v1/parametres/HUBSPOT_DELAI_APPELS").json["valeur"] == "100")
            _ = try await artis.call("DELETE", "/sandbox/artis/parametres/HUBSPOT_DELAI_APPELS")
            #expect(try await artis.call("GET", "/v1/parametres/HUBSPOT_DELAI_APPELS").status == 404)
            let titles = try await artis.call("GET", "/v1/tables-de-libelles/qualite-personne").json
            #expect(titles["libelles"]?.items?.first?["actif"] == false)
            let table = try await artis.call("GET", "/v1/tables-de-decision/TD_HubspotAction").json
            #expect(table["lignes"]?.items?.contains { $0["motif"] == "*" } == true)
            for number in 100..<250 {
                await artis.vendor.store.set([
                    .person(
                        ArtisPerson(
                            id: "CO0\(number)", mail: "p\(number)@exemple.example", nom: "P", prenom: "P", actif: true,
                            commercial: false))
                ])
            }
            let first = try await artis.call("GET", "/v1/collaborateurs").json
            let next = try #require(first["suite"]?.text)
            let second = try await artis.call("GET", "/v1/collaborateurs?suite=\(next)").json
            let all = [first, second].flatMap { $0["elements"]?.items ?? [] }.compactMap { $0["id"]?.text }
            #expect(all.count == Set(all).count && all.count == 159 && second["suite"] == nil)
        }
    }
}
