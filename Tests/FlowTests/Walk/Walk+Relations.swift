import Domain
import HTTP
import TestKit

extension Walk {
    /// A dependant goes to another company, on one side (R12).
    mutating func move() async throws {
        let side = side()
        guard let index = any(side, { $0.kind != .company && !$0.isTwin }), let target = any(side, { $0.kind == .company }),
            let id = records[index].id(side), let company = records[target].id(side)
        else { return }
        let (kind, old) = (records[index].kind, records[index].company.flatMap { records[$0].ids[side] })
        records[index].company = target
        switch side {
        case .hubspot:
            if let old, old != company, kind.role == .activity {
                try await scene.dissociate(kind.inHubSpot, id, from: ("companies", old))
            }
            try await scene.associate(kind.inHubSpot, id, with: ("companies", company, kind.role != .activity))
        case .artis: try await scene.change(kind.inArtis, id, ["tiers": .string(company)])
        }
    }

    /// An activity gets or loses a contact or a deal, on one side (R21).
    mutating func link() async throws {
        let side = side()
        guard let index = any(side, { $0.kind.role == .activity }),
            let target = any(side, { $0.kind == .deal || $0.kind == .contact }),
            let id = records[index].id(side), let other = records[target].id(side)
        else { return }
        let (kind, end) = (records[index].kind, records[target].kind)
        let isAdded = Int.random(in: 0..<3, using: &random) > 0
        switch side {
        case .hubspot where isAdded:
            try await scene.associate(kind.inHubSpot, id, with: (end.inHubSpot, other, false))
        case .hubspot: try await scene.dissociate(kind.inHubSpot, id, from: (end.inHubSpot, other))
        case .artis:
            let field = end == .deal ? "affaires" : "interlocuteurs"
            try await scene.change(kind.inArtis, id, [field: isAdded ? [.string(other)] : []])
        }
    }

    /// A record is archived in HubSpot or deleted in artis.
    mutating func vanish() async throws {
        let side = side()
        guard let index = any(side, { $0.gone.isEmpty && !$0.isTwin && ($0.kind != .company || $0.ids.count == 2) }),
            let id = records[index].id(side)
        else { return }
        if side == .hubspot, index >= sparedFrom { return }
        // Companies carry everything else: few of them go.
        if records[index].kind == .company, Int.random(in: 0..<4, using: &random) > 0 { return }
        records[index].gone.insert(side)
        switch side {
        case .hubspot: try await office.archive(records[index].kind, id)
        case .artis: try await office.deleteInArtis(records[index].kind, id)
        }
    }

    mutating func comeBack() async throws {
        let gone = records.indices.filter { !records[$0].gone.isEmpty }
        guard let index = gone.randomElement(using: &random), let side = records[index].gone.first,
            let id = records[index].ids[side]
        else { return }
        records[index].gone.remove(side)
        switch side {
        case .hubspot: try await office.restore(records[index].kind, id)
        case .artis: try await office.restoreInArtis(records[index].kind, id)
        }
    }
}
