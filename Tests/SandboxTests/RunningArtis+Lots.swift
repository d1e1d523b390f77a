import Testing

@testable import Sandbox

/// Short forms for what most tests do.
extension RunningArtis {
    /// Sends one operation alone in a lot, and hands back its result.
    func one(_ collection: String, _ operation: JSON, origin: String? = nil) async throws -> JSON {
        let headers = origin.map { ["X-Origine": $0] } ?? [:]
        let reply = try await call("POST", "/v1/\(collection)/lots", ["operations": [operation]], headers: headers)
        #expect(reply.status == 200)
        return try #require(reply.json["resultats"]?.items?.first)
    }

    func create(
        _ collection: String, _ fields: JSON, key: String = "k\(UInt64.random(in: 0...UInt64.max))",
        reference: String? = nil, origin: String? = nil
    ) async throws -> JSON {
        let operation: JSON = [
            "cle": .string(key), "operation": "creation", "referenceExterne": .optional(reference), "champs": fields,
        ]
        return try await one(collection, operation, origin: origin)
    }

    func modify(_ collection: String, _ id: String, _ fields: JSON, version: Int? = nil) async throws -> JSON {
        try await one(
            collection,
            [
                "cle": "m\(UInt64.random(in: 0...UInt64.max))", "operation": "modification", "id": .string(id),
                "siVersion": version.map(JSON.integer) ?? .null, "champs": fields,
            ])
    }

    /// A tiers to hang things on.
    func tiers(_ fields: JSON = ["raisonSociale": "Menuiserie Évrard"]) async throws -> String {
        try #require(try await create("tiers", fields)["id"]?.text)
    }

    func fields(_ collection: String, _ id: String) async throws -> JSON {
        let reply = try await call("POST", "/v1/\(collection)/lecture", ["ids": [.string(id)]])
        return try #require(reply.json["elements"]?.items?.first?["champs"])
    }
}

extension JSON {
    /// `422 CHAMP_OBLIGATOIRE nom`: a result's status, code and field, as far as it has them.
    var verdict: String {
        let status = self["statut"]?.integer.map(String.init)
        return [status, self["erreur"]?["code"]?.text, self["erreur"]?["champ"]?.text].compactMap(\.self)
            .joined(separator: " ")
    }
}
