import Domain
import HTTP
import TestKit

extension Walk {
    /// A new record: in HubSpot, in artis, or now and then its two halves at one instant.
    mutating func bear(_ kind: Kind) async throws {
        let side = side()
        let isTwin = Int.random(in: 0..<6, using: &random) == 0 && (kind == .company || kind == .contact)
        guard kind == .company || records.count >= 8 else { return }
        var record = WalkRecord(kind: kind, mark: "[\(next())]", ids: [:])
        if kind != .company {
            guard
                let home = any(side, { $0.kind == .company && (!isTwin || $0.ids.count == 2 && $0.gone.isEmpty) })
            else { return }
            record.company = home
        }
        let (siret, mail) = (Fresh.siret, Fresh.mail)
        let isLate = Int.random(in: 0..<6, using: &random) == 0
        record.isTwin = isTwin
        if isTwin {
            let (walk, twin) = (self, record)
            async let there = walk.enterInHubSpot(twin, siret, mail, isLate: false)
            async let here = walk.enterInArtis(twin, siret, mail, isLate: false)
            record.ids = [.hubspot: try await there, .artis: try await here]
        } else if side == .hubspot {
            record.ids[.hubspot] = try await enterInHubSpot(record, siret, mail, isLate: isLate)
        } else {
            record.ids[.artis] = try await enterInArtis(record, siret, mail, isLate: isLate)
        }
        records.append(record)
    }

    /// - Parameter isLate: not ticked yet, or not in the stage that lets it in.
    private func enterInHubSpot(_ record: WalkRecord, _ siret: String, _ mail: String, isLate: Bool) async throws -> String {
        let home = record.company.flatMap { records[$0].ids[.hubspot] }
        let links = home.map { [("companies", $0, false)] } ?? []
        return switch record.kind {
        case .company:
            try await scene.company(
                siret: "\(siret.prefix(3)) \(siret.dropFirst(3))", stage: isLate ? "lead" : Scene.trigger,
                name: "\(record.mark) Établissements")
        case .deal: try await scene.deal(of: home, ticked: !isLate, title: "\(record.mark) Escalier")
        case .contact: try await scene.contact(of: home, mail: mail, ticked: !isLate, name: "\(record.mark) Lefèvre")
        case .call: try await scene.call(of: links, title: "\(record.mark) Rappel")
        case .meeting: try await scene.meeting(of: links, title: "\(record.mark) Visite")
        case .email: try await scene.email(of: links, title: "\(record.mark) Devis")
        }
    }

    private func enterInArtis(_ record: WalkRecord, _ siret: String, _ mail: String, isLate: Bool) async throws -> String {
        let tiers = record.company.flatMap { records[$0].ids[.artis] } ?? ""
        let title = JSON.string("\(record.mark) Né dans artis")
        return switch record.kind {
        case .company:
            try await office.tiers(siret: siret, relation: isLate ? "Suspect" : "Client", ["raisonSociale": title])
        case .deal: try await office.affaire(of: tiers, ["intitule": title])
        case .contact: try await office.interlocuteur(of: tiers, mail: mail, ["nom": title])
        case .call: try await office.action(of: tiers, more: ["objet": title])
        case .meeting: try await office.action(of: tiers, ("Commerce", "Rendez-vous", "Visite"), more: ["objet": title])
        case .email: try await office.action(of: tiers, ("Commerce", "Mail", "Envoi d'offre"), more: ["objet": title])
        }
    }

    /// Somebody lets a company or a dependant in at last.
    mutating func admit() async throws {
        let side = side()
        guard let index = any(side, { $0.kind == .company || (side == .hubspot && $0.kind.role != .activity) }),
            let id = records[index].id(side)
        else { return }
        switch side {
        case .hubspot:
            var properties = ["synchro_artis": "true"]
            if records[index].kind == .company { properties["lifecyclestage"] = Scene.trigger }
            try await scene.edit(records[index].kind.inHubSpot, id, properties)
        case .artis: try await scene.change("tiers", id, ["relation": "Prospect"])
        }
    }
}
