import Artis
import Domain
import HTTP
import Testing

@Suite("artis: the calls of its port")
struct ArtisClientTests {
    @Test("A hundred keys a call, each once, whatever the key", arguments: ["ids", "references", "sirets", "mails"])
    func read(_ name: String) async throws {
        let script = Script { request, before in
            HTTPResponse(
                200,
                [
                    "elements": [
                        [
                            "id": .string("T\(before)"), "version": 3, "modifieLe": "2026-11-25T07:00:00Z",
                            "referenceExterne": "deals:4102", "champs": ["siret": nil],
                        ], ["id": "T0", "version": "4"],
                    ], "absents": [["id": "X", "motif": "supprime"]],
                ])
        }
        let texts = (0..<150).map(String.init) + ["7"]
        let keys: ArtisKeys =
            switch name {
            case "ids": .ids(texts.map { ID($0) })
            case "references": .references(texts)
            case "sirets": .sirets(texts)
            default: .mails(texts)
            }
        let reading = try await ArtisClient(script).read(.tiers, keys)
        #expect(script.bodies.map { $0[name]?.array?.count } == [100, 50])
        #expect(script.requests[0].url == "https://artis.example.fr/port/v1/tiers/lecture")
        #expect(reading.records.map(\.id.rawValue) == ["T0", "T1"])
        #expect(
            reading.records[0]
                == ArtisObject(
                    id: ID("T0"), version: 3, modified: Instant(text: "2026-11-25T07:00:00Z"), reference: "deals:4102",
                    fields: ["siret": nil]))
        #expect(reading.absent == [ID("X"): .deleted])
    }

    @Test("Operations are answered in their order, over all calls, each by itself")
    func write() async throws {
        let script = Script { request, _ in
            let results = (request.json["operations"]?.array ?? []).map { operation -> JSON in
                let key = operation["cle"]?.string ?? ""
                return key == "k7"
                    ? [
                        "cle": "k7", "statut": 409, "id": "A7",
                        "erreur": ["code": "AFFAIRE_VERROUILLEE", "message": "close", "champ": "montant"],
                    ]
                    : ["cle": .string(key), "statut": 201, "id": .string("A" + key), "version": 1]
            }
            return HTTPResponse(200, ["resultats": .array(results)])
        }
        let operations = (0..<150).map { index in
            ArtisOperation(
                key: "k\(index)",
                action: index == 0 ? .modify(ID("A9"), version: 5) : .create(reference: "deals:\(index)"),
                fields: ["montant": "1.00", "tiers": nil])
        }
        let results = try await ArtisClient(script).write(.affaires, operations, origin: "trace-1")
        #expect(script.bodies.map { $0["operations"]?.array?.count } == [100, 50])
        #expect(script.requests.allSatisfy { $0.headers["X-Origine"] == "trace-1" })
        #expect(
            script.bodies[0]["operations"]?[0] == [
                "cle": "k0", "operation": "modification", "id": "A9", "siVersion": 5,
                "champs": ["montant": "1.00", "tiers": nil],
            ])
        #expect(
            script.bodies[0]["operations"]?[1] == [
                "cle": "k1", "operation": "creation", "referenceExterne": "deals:1",
                "champs": ["montant": "1.00", "tiers": nil],
            ])
        #expect(results.count == 150 && results[149] == .done(ID("Ak149"), 1))
        #expect(
            results[7]
                == .refused(
                    ArtisError(
                        status: 409, code: "AFFAIRE_VERROUILLEE", message: "close", field: "montant", id: ID("A7"))))
    }

    static let misshapen: [(JSON, String)] = [
        (["resultats": []], "0 results for 1 operations"),
        (["resultats": [["cle": "other", "statut": 200]]], "results in another order than the operations"),
        (["resultats": [["cle": "k"]]], #"a result without "statut""#),
        (["resultats": [["statut": 201, "id": "A1"]]], #"a result without "id" and "version""#),
    ]

    @Test("Results that do not fit the operations are no results", arguments: misshapen)
    func shapes(_ answer: JSON, _ why: String) async {
        let script = Script { _, _ in HTTPResponse(200, answer) }
        let error = await failure { () async throws(ArtisFailure) in
            try await ArtisClient(script).write(
                .tiers, [ArtisOperation(key: "k", action: .create(reference: "r"), fields: [:])], origin: "o")
        }
        #expect(error == .faulted(200, why))
    }

    @Test("R22 a parameter that artis does not have is none, and a number is its text")
    func parameter() async throws {
        #expect(try await ArtisClient(Script(404, "")).parameter("HUBSPOT_DELAI_APPELS") == nil)
        #expect(try await ArtisClient(Script(200, #"{"code":"X","valeur":"500"}"#)).parameter("X") == "500")
        #expect(try await ArtisClient(Script(200, #"{"code":"X","valeur":500}"#)).parameter("X") == "500")
        #expect(try await ArtisClient(Script(200, #"{"code":"X","valeur":null}"#)).parameter("X") == nil)
    }

    @Test("R18, R20 tables keep their positions and codes")
    func tables() async throws {
        let labels = Script(
            200,
            #"{"nom":"Qualité personne","libelles":[{"position":2,"code":"MME","libelle":"Madame","actif":true},{"position":1,"code":"X","libelle":"","actif":false}]}"#
        )
        #expect(try await ArtisClient(labels).labels(.qualitePersonne).firstPossible == "MME")
        #expect(labels.requests[0].url.hasSuffix("/v1/tables-de-libelles/qualite-personne"))
        let rows = Script(
            200,
            #"{"lignes":[{"position":2,"domaine":"*","type":"*","motif":"*","resultat":"CALL"},{"position":1,"domaine":"D","type":"T","motif":"M","resultat":"EMAIL"}]}"#
        )
        #expect(try await ArtisClient(rows).actionTable().rows.map(\.kind) == [.email, .call])
    }

    @Test("R1 collaborateurs of all pages, inactive ones and those without a mail too")
    func people() async throws {
        let script = Script { request, before in
            before == 0
                ? HTTPResponse(
                    200,
                    [
                        "elements": [
                            ["id": "C1", "mail": "a@example.fr", "actif": false, "commercial": true],
                            ["id": "C0", "mail": .null, "commercial": true], ["mail": "nobody@example.fr"],
                        ], "suite": "p 2",
                    ])
                : HTTPResponse(200, ["elements": [["id": "C2", "mail": "b@example.fr"]]])
        }
        let people = try await ArtisClient(script).people()
        #expect(
            people == [
                ArtisPerson(id: ID("C1"), mail: "a@example.fr", active: false), ArtisPerson(id: ID("C0"), mail: ""),
                ArtisPerson(id: ID("C2"), mail: "b@example.fr", commercial: false),
            ])
        #expect(
            script.requests.map(\.url) == [
                "https://artis.example.fr/port/v1/collaborateurs",
                "https://artis.example.fr/port/v1/collaborateurs?suite=p%202",
            ])
    }

    @Test("A listing gives its pages and its place in the feed")
    func listing() async throws {
        let script = Script(
            200, #"{"elements":[{"id":"A1","version":7,"modifieLe":"2026-11-25T07:00:00Z"}],"suite":"n","curseur":"c"}"#
        )
        let page = try await ArtisClient(script).list(.affaires)
        #expect(page.entries.map(\.version) == [7] && page.after == "n" && page.cursor == "c")
    }

    @Test(
        "artis is alive when it answers, be it with a no",
        arguments: [(200, "{}", true), (404, "", true), (500, "", false), (503, "", false), (401, "", false)])
    func alive(_ status: Int, _ body: String, _ expected: Bool) async {
        #expect(await ArtisClient(Script(status, body)).isAlive() == expected)
    }
}
