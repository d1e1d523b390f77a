import Artis
import Domain
import HTTP
import HubSpot
import Testing

@testable import Database
@testable import Pipeline

extension Bench {
    /// A row that only artis knows, of a record that stands in artis.
    func plantBorn(_ kind: Kind, _ artisID: String, company: PairID? = nil) async throws -> PairID {
        let id = try #require(
            try await database.first(
                AcceptArtisChanges([ArtisTold(kind: kind, artisID: ID(artisID), version: 1)], lane: .live)))
        if let company { try await database.script("UPDATE pair SET company_id = \(company) WHERE id = \(id)") }
        return id
    }

    /// An open company that both systems have.
    func plantOpen(_ hubspotID: String = "5", tiers: String = "T5") async throws -> PairID {
        artis.put("tiers", tiers, ["raisonSociale": "Durand", "siret": "73282932000074", "relation": "Client"])
        hubspot.put("companies/\(hubspotID)", ["name": "Durand", "SIRET": "73282932000074", "synchro_artis": "true"])
        let id = try await plant(.company, hubspotID, latched: true) {
            $0.artisID = ID(tiers)
            $0.snapshot = Snapshot(hubspot: [.name: "Durand"], artis: [.name: "Durand"])
        }
        try await database.script("UPDATE pair SET applied = wanted, lease_until = NULL, box = true, looked_at = now() WHERE id = \(id)")
        try await carryHints()
        return id
    }

    /// An affaire in artis under an open company, and the candidate that it is.
    func bornDeal(_ artisID: String, title: String = "Toiture") async throws -> Candidate {
        artis.put("affaires", artisID, ["intitule": .string(title), "statutAvantVente": "Approche", "tiers": "T5"])
        return bornDeal(try await lease(try await plantBorn(.deal, artisID)))
    }

    func bornDeal(_ pair: Pair) -> Candidate {
        Candidate(
            pair: pair, hubspot: Values(), tiers: ID("T5"),
            birth: Birth(
                properties: ["synchro_artis": "true", "pipeline": "7"],
                company: HubSpotCreation.Association(to: ID("5"), kind: .company, typeID: 5)))
    }

    /// The fleet's reference data fetched anew, as the account is now.
    func refreshOwnReferences(unique: Bool?) async throws {
        hubspot.hold(uniqueReference: unique)
        try await refetch(.ownReferences)
    }

    /// The account's company properties fetched anew, with the SIRET under this name.
    func refreshProperties(siret: String) async throws {
        hubspot.hold(siretProperty: siret)
        try await refetch(.companyProperties)
    }

    /// TD_HubspotAction with one row for each type: ("COM", "TEL", "SUIVI") is a call, and so on.
    func holdActions() async throws {
        artis.hold(actions: [("TEL", "CALL"), ("RDV", "MEETING"), ("MAIL", "EMAIL")])
        try await refetch(.actions)
    }

    private func refetch(_ key: ReferenceKey) async throws {
        try await database.script("DELETE FROM reference WHERE key = '\(key.rawValue)'")
        await refresher.refresh(key)
    }

    /// A mark as if a creation had been begun so many seconds ago.
    func markCreation(_ pair: PairID, secondsAgo: Int) async throws {
        try await database.script(
            "UPDATE pair SET creating_at = now() - interval '\(secondsAgo) seconds' WHERE id = \(pair)")
    }

    /// Another worker takes the pair after this one's lease has ended.
    func takenOver(_ pair: PairID) async throws -> Pair {
        try await database.script("UPDATE pair SET lease_until = now() - interval '1 second' WHERE id = \(pair)")
        return try await lease(pair, owner: "another")
    }

    /// What HubSpot was sent to create, in order.
    var creations: [JSON] {
        hubspot.calls.filter { $0.path.hasSuffix("/batch/create") && $0.path.contains("objects") }
            .flatMap { $0.json["inputs"]?.array ?? [] }
    }
}
