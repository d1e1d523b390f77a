import HTTP
import TestKit

/// What goes wrong meanwhile between the fleet and the two systems; each ends by itself.
enum WalkFault {
    /// As the sandbox's README spells them. 409 and 412 come by themselves, where both sides work on one record, and more
    /// often while writes are slow.
    static let all: [JSON] = [
        ["kind": "lose-answer", "system": "hubspot", "path": "/crm/v3/objects/*/batch/create", "count": 2],
        ["kind": "lose-answer", "system": "hubspot", "path": "/crm/v3/objects/*/batch/update", "count": 2],
        ["kind": "lose-answer", "system": "artis", "path": "/v1/*/lots", "count": 2],
        ["kind": "malformed", "system": "hubspot", "path": "/crm/v3/objects/*/batch/*", "count": 2],
        ["kind": "malformed", "system": "artis", "path": "/v1/*", "count": 2],
        ["kind": "drop", "system": "hubspot", "path": "/crm/", "count": 2],
        ["kind": "drop", "system": "artis", "path": "/v1/", "count": 2],
        ["kind": "delay", "system": "artis", "path": "/v1/*/lots", "delay_ms": 300, "count": 6],
        ["kind": "delay", "system": "hubspot", "path": "/crm/v3/objects/*/batch/*", "delay_ms": 300, "count": 6],
        status(409, "hubspot", "/crm/v3/objects/*/batch/create", ["status": "error", "category": "CONFLICT", "message": "busy"]),
        status(423, "hubspot", "/crm/v3/objects/*/batch/update", ["status": "error", "message": "locked"]),
        status(500, "hubspot", "/crm/v3/objects/", ["status": "error", "message": "internal error"]),
        status(502, "hubspot", "/crm/v4/associations/", ["status": "error", "message": "bad gateway"]),
        status(503, "artis", "/v1/*/lots", ["code": "INDISPONIBLE", "message": "redémarrage"]),
        status(500, "artis", "/v1/*/lecture", ["code": "ERREUR", "message": "erreur interne"]),
        status(500, "artis", "/v1/changements", ["code": "ERREUR", "message": "erreur interne"]),
        status(412, "artis", "/v1/*/lots", ["code": "VERSION_DEPASSEE", "message": "la fiche a changé"]),
        status(409, "artis", "/v1/*/lots", ["code": "CONFLIT", "message": "réessayez"]),
        [
            "kind": "status", "system": "artis", "path": "/v1/", "status": 429, "count": 1, "headers": ["Retry-After": "1"],
            "body": ["code": "TROP_D_APPELS", "message": "doucement"],
        ],
        status(
            429, "hubspot", "/crm/v3/objects/*/search",
            ["status": "error", "errorType": "RATE_LIMIT", "policyName": "SECONDLY", "message": "doucement"]),
    ]

    private static func status(_ status: Int64, _ system: String, _ path: String, _ body: JSON) -> JSON {
        [
            "kind": "status", "system": .string(system), "path": .string(path), "status": .init(integerLiteral: status),
            "body": body, "count": 1,
        ]
    }

    /// Three of them strike during the next deeds.
    static func strike(_ sandbox: SandboxUnderTest, random: inout StormRandom) async throws {
        for fault in all.shuffled(using: &random).prefix(3) { try await sandbox.hubspot(.post, "faults", fault) }
    }
}
