import HTTP
import TestKit

/// What a consultant does in HubSpot's settings, by its own API.
extension Clinic {
    /// *Qualité personne* of the sandbox.
    static let codes = [("MLLE", "Mademoiselle"), ("MME", "Madame"), ("M", "Monsieur"), ("ME", "Maître")]

    func setOptions(_ options: [(String, String)]) async throws {
        let list = options.enumerated().map { place, option -> JSON in
            ["value": .string(option.0), "label": .string(option.1), "displayOrder": JSON(integerLiteral: Int64(place)), "hidden": false]
        }
        try await sandbox.api(.patch, "/crm/v3/properties/contacts/civilite", ["options": .array(list)])
    }

    func deleteProperty(_ type: String, _ name: String) async throws {
        try await sandbox.api(.delete, "/crm/v3/properties/\(type)/\(name)")
    }

    func addProperty(_ type: String, _ name: String, _ more: [String: JSON] = [:]) async throws {
        let groups = ["companies": "companyinformation", "deals": "dealinformation", "contacts": "contactinformation"]
        let body: [String: JSON] = [
            "name": .string(name), "label": .string(name), "type": "string", "fieldType": "text",
            "groupName": .string(groups[type] ?? String(type.dropLast())),
        ]
        try await sandbox.api(.post, "/crm/v3/properties/\(type)", .object(body.merging(more) { $1 }))
    }

    func setting(_ name: String, _ value: JSON) async throws {
        try await sandbox.hubspot(.patch, "hubspot/settings", .object([name: value]))
    }

    private var stages: String { "/crm/v3/pipelines/deals/\(scene.pipeline)/stages" }

    func deleteStage(_ name: String) async throws {
        try await sandbox.api(.delete, "\(stages)/\(scene.stages[name] ?? "?")")
    }

    func renameStage(_ name: String, to label: String) async throws {
        try await scene.renameStage(scene.stages[name] ?? "?", to: label)
    }

    func archive(_ type: String, _ id: String) async throws {
        try await sandbox.hubspot(.delete, "hubspot/\(type)/\(id)")
    }

    /// Archives every company and contact.
    func archiveAll() async throws {
        for type in ["companies", "contacts"] {
            for record in try await sandbox.hubspot(.get, "records/hubspot/\(type)")["records"]?.array ?? []
            where record["archived"]?.bool == false {
                try await archive(type, record["id"]?.text ?? "?")
            }
        }
    }

    func owner(_ mail: String, user: Int64, archived: Bool = false) async throws {
        let owners = try await sandbox.hubspot(.get, "records/hubspot/owners")["records"]?.array ?? []
        let body: JSON = ["email": .string(mail), "userId": JSON(integerLiteral: user), "archived": .bool(archived)]
        if let id = owners.first(where: { $0["userIdIncludingInactive"]?.int.map(Int64.init) == user })?["id"]?.text {
            try await sandbox.hubspot(.patch, "hubspot/owners/\(id)", body)
        } else {
            try await sandbox.hubspot(.post, "hubspot/owners", body)
        }
    }

    /// Spoils calls until `body` is done with.
    func fault(_ fault: JSON) async throws { try await sandbox.hubspot(.post, "faults", fault) }
    func endFaults() async throws { try await sandbox.hubspot(.delete, "faults") }

    /// Every property, pipeline and stage that the account has, to see whether anything was written.
    func schema() async throws -> [JSON] {
        var all: [JSON] = []
        for type in ["companies", "deals", "contacts", "calls", "meetings", "emails"] {
            all.append(try await sandbox.api(.get, "/crm/v3/properties/\(type)"))
        }
        return all + [try await sandbox.api(.get, "/crm/v3/pipelines/deals")]
    }
}
