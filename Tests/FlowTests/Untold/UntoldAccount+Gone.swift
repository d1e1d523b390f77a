import Domain
import HTTP
import TestKit

/// What is archived, deleted, restored and merged.
extension UntoldAccount {
    static let kindsThatGo = [Kind.deal, .contact, .call]

    /// Pairs of which a record goes: in HubSpot, and in artis.
    mutating func remove() async throws -> (archived: [Row], deleted: [Row]) {
        var (archived, deleted): ([Row], [Row]) = ([], [])
        for kind in [Kind.company] + Self.kindsThatGo {
            archived.append(kind == .company ? try takeLonely() : try take(kind))
            deleted.append(kind == .company ? try takeLonely() : try take(kind))
        }
        for pair in archived {
            try await office.archive(pair.kind, pair.hubspot)
            differs(pair, "archived in HubSpot")
        }
        for pair in deleted {
            try await office.deleteInArtis(pair.kind, pair.artis)
            differs(pair, "deleted in artis")
        }
        return (archived, deleted)
    }

    mutating func restore(_ gone: (archived: [Row], deleted: [Row])) async throws {
        for pair in gone.archived {
            try await office.restore(pair.kind, pair.hubspot)
            differs(pair, "restored in HubSpot")
        }
        for pair in gone.deleted {
            try await office.restoreInArtis(pair.kind, pair.artis)
            differs(pair, "restored in artis")
        }
    }

    /// Both linked: the younger stops. One linked: its pair goes on with the survivor.
    mutating func merge() async throws {
        for (kind, newID) in [(Kind.company, false), (.deal, false), (.contact, true), (.deal, true)] {
            let (one, other) = (kind == .company ? try takeLonely() : try take(kind), kind == .company ? try takeLonely() : try take(kind))
            let (primary, loser) = (Int(one.hubspot) ?? 0) < (Int(other.hubspot) ?? 0) ? (one, other) : (other, one)
            _ = try await office.merge(kind, primary.hubspot, loser.hubspot, newID: newID)
            differs(loser, "merged away")
            if newID { differs(primary, "merged under a new id") }
        }
        let winner = try await scene.deal(of: nil, ticked: false, title: "Survivante")
        let lost = try take(.deal)
        _ = try await office.merge(.deal, winner, lost.hubspot)
        differs(lost, "merged into a stranger")
        // What HubSpot fills from the stranger is nothing that it lacked.
        let stranger = try await scene.contact(of: nil, mail: nil, ticked: false)
        _ = try await office.merge(.contact, try take(.contact).hubspot, stranger)
    }

    /// A merge of companies takes along what hangs on the loser.
    mutating func mergeHomes() async throws {
        let (one, other) = (try takeHome(), try takeHome())
        let (primary, loser) = (Int(one.home.hubspot) ?? 0) < (Int(other.home.hubspot) ?? 0) ? (one, other) : (other, one)
        _ = try await office.merge(.company, primary.home.hubspot, loser.home.hubspot)
        differs(loser.home, "merged away")
        for pair in loser.below { differs(pair, "its company was merged away") }
    }
}
