import Domain
import HTTP

extension WalkJudge {
    /// R12, R17: a dependant hangs on the same company on both sides.
    func company(_ pair: BothPair.Row) -> [String] {
        guard pair.kind != .company, let here = sides.artis(pair.kind, pair.artisID)?["champs"],
            let row = pair.company.flatMap({ rows[$0] })
        else { return [] }
        var complaints: [String] = []
        if here["tiers"]?.text != row.artisID { complaints.append("\(pair) hangs on \(here["tiers"]?.text ?? ""), not \(row)") }
        let homes = homes(pair.kind, pair.hubspotID)
        // Of several own ones, its deals or contacts may tell yet another (R12).
        let isOpen = pair.kind.role == .activity && homes.count > 1
        if !isOpen, !homes.contains(row.hubspotID ?? "") {
            let there = sides.pairs.filter { $0.kind == .company && homes.contains($0.hubspotID ?? "") }
            complaints.append("\(pair) hangs on \(homes) \(there) in HubSpot, not \(row)")
        }
        return complaints
    }

    /// HubSpot's company of a record: the primary one, else those that there are, of which an activity's deals and contacts
    /// tell the right one. HubSpot shows none that is archived; a primary one without a SIRET moves nothing (R12).
    func homes(_ kind: Kind, _ id: String?) -> [String] {
        let all = sides.hubspot(kind, id)?["links"]?["companies"]?.object ?? [:]
        let links = all.filter { sides.hubspot(.company, $0.key)?["archived"] == false }
        let primary = links.first { $0.value.array?.contains { [1, 5].contains($0.int) } ?? false }
        let hasSIRET = primary.map { sides.hubspot(.company, $0.key)?["properties"]?["SIRET"]?.text ?? "" != "" } ?? false
        return primary.flatMap { hasSIRET ? [$0.key] : nil } ?? links.keys.sorted()
    }

    private func home(_ kind: Kind, _ id: String) -> String? {
        let homes = homes(kind, id)
        return homes.count == 1 ? homes[0] : nil
    }

    /// R21: an activity has the same synced contacts and deals on both sides.
    func links(_ pair: BothPair.Row) -> [String] {
        guard pair.kind.role == .activity else { return [] }
        return [Kind.contact, .deal].compactMap { kind in
            let linked = sides.hubspot(pair.kind, pair.hubspotID)?["links"]?[kind.inHubSpot]?.object ?? [:]
            let list = sides.artis(pair.kind, pair.artisID)?["champs"]?[kind.inArtis]?.array ?? []
            let there = ends(linked.keys.map { .hubspot(kind, $0) })
            let here = ends(list.compactMap { $0.text.map { .artis(kind, $0) } })
            let apart = there.symmetricDifference(here).compactMap { rows[$0]?.description }.sorted()
            return apart.isEmpty ? nil : "\(pair) has on one side alone: \(apart.joined(separator: ", "))"
        }
    }

    /// The synced pairs among these, by id.
    private func ends(_ keys: [PairKey]) -> Set<Int> {
        Set(keys.compactMap { keyed[$0] }.filter { $0.state == "synced" && $0.hubspotID != nil && $0.artisID != nil }.map(\.id))
    }

    /// Invariant 1: what asks to be synced has a pair that is, or that says why not.
    func missing() -> [String] {
        var complaints: [String] = []
        for kind in Kind.allCases {
            for record in sides.living(inHubSpot: kind) {
                let id = record["id"]?.text ?? ""
                let properties = record["properties"]
                let isTicked = properties?["synchro_artis"] == "true" || kind.role == .activity
                let isIn = kind == .company
                    ? properties?["lifecyclestage"]?.text == "opportunity"
                    : home(kind, id).map { keyed[.hubspot(.company, $0)]?.state == "synced" } ?? false
                guard isTicked && isIn else { continue }
                complaints += complaint(keyed[.hubspot(kind, id)], "\(kind) \(id) of HubSpot")
            }
        }
        for kind in [Kind.company, .deal, .contact, .call] {
            for record in sides.living(inArtis: kind) {
                let fields = record["champs"]
                let isIn = kind == .company
                    ? ["Prospect", "Client"].contains(fields?["relation"]?.text ?? "")
                    : keyed[.artis(.company, fields?["tiers"]?.text ?? "")]?.state == "synced"
                let id = record["id"]?.text ?? ""
                if isIn { complaints += complaint(keyed[.artis(kind, id)], "\(kind.inArtis) \(id) of artis") }
            }
        }
        return complaints
    }

    /// Nothing keeps it but its own record's end on the other side, a double, or a company that both sides see apart.
    private func complaint(_ pair: BothPair.Row?, _ name: String) -> [String] {
        guard let pair else { return ["\(name) is in no pair"] }
        let excuses: Set<String> = [
            "SIRET_MISSING", "SIRET_DUPLICATE", "CONTACT_DUPLICATE", "COMPANY_AMBIGUOUS", "COMPANY_NOT_SYNCED", "COMPANY_STOPPED",
            "DELETED_IN_HUBSPOT", "DELETED_IN_ARTIS", "MERGED_IN_HUBSPOT", "NAME_MISSING",
        ]
        return pair.state == "synced" || excuses.contains(pair.reason ?? "") ? [] : ["\(name) is not synced: \(pair)"]
    }
}
