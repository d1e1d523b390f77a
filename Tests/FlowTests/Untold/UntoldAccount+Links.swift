import Domain
import HTTP
import TestKit
import Testing

/// Associations, and artis' relations.
extension UntoldAccount {
    mutating func moveHomes() async throws {
        let target = try take(.company)
        for kind in [Kind.deal, .contact, .call] {
            let (there, here) = (try take(kind), try take(kind))
            try await leaveHome(there)
            try await scene.associate(kind.inHubSpot, there.hubspot, with: ("companies", target.hubspot, kind != .call))
            differs(there, "moved in HubSpot")
            try await scene.change(kind.inArtis, here.artis, ["tiers": .string(target.artis)])
            differs(here, "moved in artis")
        }
        let unsynced = try await scene.company(siret: Fresh.siret, ticked: false)
        let away = try take(.deal)
        try await leaveHome(away)
        try await scene.associate("deals", away.hubspot, with: ("companies", unsynced, true))
        differs(away, "moved in HubSpot to a company that is not synced")
        let alone = try take(.contact)
        try await leaveHome(alone)
        differs(alone, "left without a company")
    }

    private func leaveHome(_ pair: Row) async throws {
        let home = try #require(try await office.record(pair.kind, pair.hubspot)["links"]?["companies"]?.object?.keys.first)
        try await scene.dissociate(pair.kind.inHubSpot, pair.hubspot, from: ("companies", home))
    }

    mutating func moveLinks() async throws {
        let (more, less) = (try take(.call), try take(.call))
        let (contact, deal) = (try take(.contact), try take(.deal))
        try await scene.associate("calls", more.hubspot, with: ("contacts", contact.hubspot, false))
        differs(more, "a contact more in HubSpot")
        let held = try #require(try await office.record(.call, less.hubspot)["links"]?["deals"]?.object?.keys.first)
        try await scene.dissociate("calls", less.hubspot, from: ("deals", held))
        differs(less, "a deal less in HubSpot")
        let (wider, emptier) = (try take(.meeting), try take(.call))
        try await scene.change("actions", wider.artis, ["affaires": [.string(deal.artis)], "interlocuteurs": [.string(contact.artis)]])
        differs(wider, "other relations in artis")
        try await scene.change("actions", emptier.artis, ["affaires": [], "interlocuteurs": []])
        differs(emptier, "no relations in artis")
        // One that is not synced is no link.
        let stranger = try await scene.contact(of: nil, mail: Fresh.mail, ticked: false)
        try await scene.associate("calls", try take(.call).hubspot, with: ("contacts", stranger, false))
    }
}
