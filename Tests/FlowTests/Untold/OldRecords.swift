import Domain
import HTTP

/// What artis held before anyone listened, and what of it is to be brought.
struct OldRecords {
    var brought: [(Kind, String)] = []
    /// Suspects and former clients, what hangs on them, and what no row of `TD_HubspotAction` names.
    var left: [(Kind, String)] = []
    /// The tiers, and the person, whom HubSpot knows without being ticked.
    var client: String
    var known: String

    /// - Parameter home: a tiers that is synced already.
    init(_ office: Office, siret: String, mail: String, home: String) async throws {
        client = try await office.tiers(siret: siret, relation: "Client")
        known = try await office.interlocuteur(of: client, mail: mail)
        let prospect = try await office.tiers(siret: Fresh.siret)
        let other = try await office.tiers(siret: Fresh.siret)
        brought += [(.company, client), (.company, prospect), (.company, other), (.contact, known)]
        for tiers in [client, prospect, home] { brought.append((.deal, try await office.affaire(of: tiers))) }
        brought.append((.contact, try await office.interlocuteur(of: prospect, mail: Fresh.mail)))
        brought.append((.call, try await office.action(of: home)))
        brought.append((.meeting, try await office.action(of: prospect, ("Commerce", "Rendez-vous", "Visite"))))
        brought.append((.email, try await office.action(of: client, ("Commerce", "Mail", "Envoi d'offre"))))

        left.append((.call, try await office.action(of: home, ("Gestion", "Relance", "Impayé"))))
        for relation in ["Suspect", "AncienClient", "HorsCible"] {
            let tiers = try await office.tiers(siret: Fresh.siret, relation: relation)
            left += [(.company, tiers), (.deal, try await office.affaire(of: tiers)), (.call, try await office.action(of: tiers))]
            left.append((.contact, try await office.interlocuteur(of: tiers, mail: Fresh.mail)))
        }
    }
}
