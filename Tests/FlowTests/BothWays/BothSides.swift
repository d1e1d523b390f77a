import Database
import Domain
import HTTP
import TestKit

/// Everything that both systems hold at one moment, and which pairs the fleet takes for one.
struct BothSides: Sendable {
    let pairs: [BothPair.Row]
    private let hubspot: [Kind: [String: JSON]]
    private let artis: [String: [String: JSON]]
    let words: AccountWords

    init(_ office: Office) async throws {
        words = try await AccountWords(office.scene)
        pairs = try await office.fleet.database.run(BothPair())
        var hubspot: [Kind: [String: JSON]] = [:]
        var artis: [String: [String: JSON]] = [:]
        for kind in Kind.allCases {
            hubspot[kind] = Self.byID(try await office.records(kind))
            artis[kind.inArtis] = Self.byID(try await office.scene.artis(kind.inArtis))
        }
        (self.hubspot, self.artis) = (hubspot, artis)
    }

    func hubspot(_ kind: Kind, _ id: String?) -> JSON? { id.flatMap { hubspot[kind]?[$0] } }

    func artis(_ kind: Kind, _ id: String?) -> JSON? { id.flatMap { artis[kind.inArtis]?[$0] } }

    /// Every record, dead ones too.
    func all(_ kind: Kind, _ system: System) -> [JSON] {
        switch system {
        case .hubspot: hubspot[kind].map { Array($0.values) } ?? []
        case .artis: artis[kind.inArtis].map { Array($0.values) } ?? []
        }
    }

    /// Every record of HubSpot's that is not archived.
    func living(inHubSpot kind: Kind) -> [JSON] { all(kind, .hubspot).filter { $0["archived"] == false } }

    /// Every record of artis' that is not deleted.
    func living(inArtis kind: Kind) -> [JSON] { all(kind, .artis).filter { $0["supprime"] != true } }

    /// The fields in which the two records of a pair differ, each as a sentence.
    func differences(_ pair: BothPair.Row, except: Set<String> = []) -> [String] {
        guard let there = hubspot(pair.kind, pair.hubspotID)?["properties"], let here = artis(pair.kind, pair.artisID)?["champs"]
        else { return ["\(pair.description) lacks one of its records"] }
        return SharedField.of(pair.kind).filter { !except.contains($0.property) }.compactMap { field in
            let (left, right) = (field.read(hubspot: there[field.property], words), field.read(artis: here[field.name], words))
            return left == right ? nil : "\(pair.description): \(field.property) is \"\(left)\" in HubSpot, \"\(right)\" in artis"
        }
    }

    /// The pairs of the deals and contacts that HubSpot links with a record, below whichever company (R21).
    func ends(of pair: BothPair.Row) -> [BothPair.Row] {
        guard let links = hubspot(pair.kind, pair.hubspotID)?["links"] else { return [] }
        return pairs.filter { end in
            guard let id = end.hubspotID, end.kind == .deal || end.kind == .contact else { return false }
            return links[end.kind.inHubSpot]?[id] != nil
        }
    }

    private static func byID(_ records: [JSON]) -> [String: JSON] {
        Dictionary(records.map { ($0["id"]?.text ?? "", $0) }) { first, _ in first }
    }
}
