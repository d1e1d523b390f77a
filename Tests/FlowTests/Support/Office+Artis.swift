import Database
import Domain
import HTTP
import TestKit
import Testing

/// What an office knows of records by their id in artis, and of HubSpot's records whole.
extension Office {
    /// Of an action all three kinds are looked for.
    func standing(_ kind: Kind, artis id: String) async throws -> StandingRow? {
        let kinds = kind.role == .activity ? Kind.allCases.filter { $0.role == .activity } : [kind]
        return try await fleet.database.first(FindStanding(kinds: kinds, system: .artis, externalID: id))
    }

    /// Checks where the pair of a record of artis stands.
    func expect(
        _ kind: Kind, artis id: String, _ state: State, _ reason: Reason? = nil, detail: String? = nil,
        at location: SourceLocation = #_sourceLocation
    ) async throws {
        let row = try await standing(kind, artis: id)
        #expect(row?.state == state, "\(kind) artis:\(id): \(row?.detail ?? "")", sourceLocation: location)
        #expect(row?.reason == reason, "\(kind) artis:\(id): \(row?.detail ?? "")", sourceLocation: location)
        if let detail { #expect(row?.detail?.contains(detail) == true, "\(row?.detail ?? "")", sourceLocation: location) }
    }

    /// The id of its record in HubSpot; it must have one.
    func hubspotID(
        _ kind: Kind, artis id: String, at location: SourceLocation = #_sourceLocation
    ) async throws -> String {
        let row = try await standing(kind, artis: id)
        return try #require(
            row?.hubspotID?.rawValue, "\(kind) artis:\(id) \(row?.reason?.rawValue ?? "") \(row?.detail ?? "")",
            sourceLocation: location)
    }

    /// A record of HubSpot's as the sandbox keeps it: `properties`, `links`, `archived`.
    func record(_ kind: Kind, _ id: String, at location: SourceLocation = #_sourceLocation) async throws -> JSON {
        let all = try await records(kind)
        return try #require(all.first { $0["id"]?.text == id }, "no \(kind) \(id)", sourceLocation: location)
    }

    /// Every record of a kind that HubSpot holds, archived ones too.
    func records(_ kind: Kind) async throws -> [JSON] {
        try await fleet.sandbox.hubspot(.get, "records/hubspot/\(kind.inHubSpot)")["records"]?.array ?? []
    }

    /// Ids of HubSpot's living records that hold this value.
    func holders(_ kind: Kind, of value: String, in property: String) async throws -> [String] {
        try await records(kind)
            .filter { $0["archived"] == false && $0["properties"]?[property]?.text == value }.compactMap { $0["id"]?.text }
    }

    /// The types of the association of a record with another.
    func link(_ kind: Kind, _ id: String, to other: (Kind, String)) async throws -> Set<Int> {
        let ends = try await record(kind, id)["links"]?[other.0.inHubSpot]?[other.1]?.array ?? []
        return Set(ends.compactMap(\.int))
    }

    /// A record of artis: `champs`, `version`, `supprime`, `referenceExterne`.
    func artisRecord(_ kind: Kind, _ id: String) async throws -> JSON {
        try await fleet.sandbox.artis(.get, "artis/\(kind.inArtis)/\(id)")
    }
}

/// What people do at the screens of artis, with the fields that it requires.
extension Office {
    func tiers(siret: String?, relation: String = "Prospect", _ more: [String: JSON] = [:]) async throws -> String {
        var fields: [String: JSON] = ["raisonSociale": "Ferronnerie Kerbrat", "relation": .string(relation)]
        if let siret { fields["siret"] = .string(siret) }
        return try await scene.enter("tiers", fields.merging(more) { _, own in own })
    }

    func affaire(of tiers: String, _ more: [String: JSON] = [:]) async throws -> String {
        let fields: [String: JSON] = [
            "tiers": .string(tiers), "intitule": "Portail coulissant", "statutAvantVente": "Approche", "montant": "850.00",
        ]
        return try await scene.enter("affaires", fields.merging(more) { _, own in own })
    }

    func interlocuteur(of tiers: String, mail: String?, _ more: [String: JSON] = [:]) async throws -> String {
        var fields: [String: JSON] = ["tiers": .string(tiers), "titre": "M", "nom": "Kerbrat", "prenom": "Yann"]
        if let mail { fields["mail"] = .string(mail) }
        return try await scene.enter("interlocuteurs", fields.merging(more) { _, own in own })
    }

    /// - Parameter triple: of the decision table; an `appel` when it is left out.
    func action(
        of tiers: String, _ triple: (String, String, String) = ("Commerce", "Appel", "Relance"),
        more: [String: JSON] = [:]
    ) async throws -> String {
        let fields: [String: JSON] = [
            "tiers": .string(tiers), "domaine": .string(triple.0), "type": .string(triple.1), "motif": .string(triple.2),
            "date": "2026-11-05T10:00:00Z", "objet": "Point d’étape", "compteRendu": "Tout va bien",
        ]
        return try await scene.enter("actions", fields.merging(more) { _, own in own })
    }

    func deleteInArtis(_ kind: Kind, _ id: String) async throws {
        try await fleet.sandbox.artis(.delete, "artis/\(kind.inArtis)/\(id)")
    }

    func restoreInArtis(_ kind: Kind, _ id: String) async throws {
        try await fleet.sandbox.artis(.post, "artis/\(kind.inArtis)/\(id)/restauration")
    }

    func archive(_ kind: Kind, _ id: String) async throws {
        try await fleet.sandbox.hubspot(.delete, "hubspot/\(kind.inHubSpot)/\(id)")
    }

    func restore(_ kind: Kind, _ id: String) async throws {
        try await fleet.sandbox.hubspot(.post, "hubspot/\(kind.inHubSpot)/\(id)/restore")
    }

    /// Merges `loser` into `primary`; the survivor's id.
    func merge(_ kind: Kind, _ primary: String, _ loser: String, newID: Bool = false) async throws -> String {
        try await fleet.sandbox.hubspot(
            .post, "hubspot/\(kind.inHubSpot)/merge",
            ["primary": .string(primary), "loser": .string(loser), "new_id": .bool(newID)])["id"]?.text ?? ""
    }
}
