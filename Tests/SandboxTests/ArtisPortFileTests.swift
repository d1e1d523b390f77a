import Foundation
import Testing

@testable import Sandbox

@Suite("artis: the OpenAPI file")
struct ArtisPortFileTests {
    static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/artis-port.openapi.yaml")

    /// `GET /v1/changements` and so on, as the file's two outer levels of indentation tell them.
    static func documented() throws -> Set<String> {
        var path = ""
        var calls: Set<String> = []
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            if line.hasPrefix("  /"), line.hasSuffix(":") { path = String(line.dropFirst(2).dropLast()) }
            if line == "    get:" || line == "    post:" { calls.insert("\(line.dropFirst(4).dropLast().uppercased()) \(path)") }
            if line == "components:" { break }
        }
        return calls
    }

    @Test("the sandbox answers an example of every documented call, and nothing is documented twice or left out")
    func everyCall() async throws {
        let examples: [String: (path: String, body: JSON?, members: Set<String>)] = [
            "GET /v1/parametres/{code}": ("/v1/parametres/HUBSPOT_DELAI_APPELS", nil, ["code", "valeur"]),
            "GET /v1/tables-de-libelles/{nom}": ("/v1/tables-de-libelles/role-commercial", nil, ["nom", "libelles"]),
            "GET /v1/tables-de-decision/TD_HubspotAction": (
                "/v1/tables-de-decision/TD_HubspotAction", nil, ["nom", "lignes"]
            ),
            "GET /v1/collaborateurs": ("/v1/collaborateurs", nil, ["elements"]),
            "GET /v1/{collection}": ("/v1/tiers", nil, ["elements", "curseur"]),
            "POST /v1/{collection}/lecture": ("/v1/tiers/lecture", ["ids": ["T000001"]], ["elements", "absents"]),
            "POST /v1/{collection}/lots": (
                "/v1/tiers/lots",
                ["operations": [["cle": "a", "operation": "creation", "champs": ["raisonSociale": "A"]]]], ["resultats"]
            ),
            "GET /v1/changements": ("/v1/changements", nil, ["elements", "suivant", "reste"]),
        ]
        #expect(try Self.documented() == Set(examples.keys))
        try await RunningArtis.with { artis in
            for (call, example) in examples {
                let method = call.split(separator: " ").first.map(String.init) ?? ""
                let reply = try await artis.call(method, example.path, example.body)
                #expect(reply.status == 200 && Set((reply.json.members ?? [:]).keys) == example.members, "\(call)")
            }
        }
    }

    @Test("the file names every field and every refusal that the sandbox knows")
    func names() throws {
        let text = try String(contentsOf: Self.file, encoding: .utf8)
        for collection in ArtisCollection.allCases {
            for field in ArtisField.all(of: collection) {
                #expect(text.contains("        \(field.name): {") || text.contains("        \(field.name):\n"), "\(field.name)")
            }
        }
        for code in ["SIRET_EXISTANT", "REFERENCE_EXISTANTE", "AFFAIRE_VERROUILLEE", "CURSEUR_PERIME", "CLE_REUTILISEE"] {
            #expect(text.contains(code))
        }
    }

    @Test("openapi-spec-validator accepts the file, where it is installed")
    func valid() throws {
        let program = "import sys, yaml; from openapi_spec_validator import validate; validate(yaml.safe_load(open(sys.argv[1])))"
        guard try Self.python(["-c", "import yaml, openapi_spec_validator"]) == 0 else { return }
        #expect(try Self.python(["-c", program, Self.file.path]) == 0)
    }

    private static func python(_ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
