import Domain
import HTTP

/// A pair that is not synced has a reason, and it is true of both systems as they are now.
extension WalkJudge {
    func standings() -> [String] {
        sides.pairs.compactMap { pair in untruth(pair).map { "\(pair) \($0)" } }
    }

    /// What is wrong with where a pair stands; nil where it is right.
    private func untruth(_ pair: BothPair.Row) -> String? {
        let there = sides.hubspot(pair.kind, pair.hubspotID)
        let here = sides.artis(pair.kind, pair.artisID)
        switch (pair.state, pair.reason) {
        case ("synced", nil): return lives(there) && lives(here) ? nil : "lacks a living record"
        case ("stopped", "DELETED_IN_HUBSPOT"): return there?["archived"] == true ? nil : "is not archived"
        case ("stopped", "DELETED_IN_ARTIS"): return here?["supprime"] == true ? nil : "is not deleted"
        case ("stopped", "MERGED_IN_HUBSPOT"):
            return there?["archived"] == true && sides.hubspot(pair.kind, pair.detail) != nil ? nil : "was not merged"
        case (_, "NAME_MISSING"?): return pair.artisID == nil && lacksName(pair.kind, there) ? nil : "has its names"
        case (_, "COMPANY_NOT_SYNCED"?), (_, "COMPANY_STOPPED"?): return waiting(pair, isStopped: pair.reason == "COMPANY_STOPPED")
        case (_, "NO_COMPANY"?), (_, "COMPANY_AMBIGUOUS"?): return choosing(pair, there, here)
        case (_, "LIFECYCLE_NOT_REACHED"?), (_, "SYNC_NOT_REQUESTED"?), (_, "RELATION_NOT_SENT"?):
            return asking(pair, there, here)
        case (_, "SIRET_MISSING"?): return sirets(pair).isEmpty ? nil : "has a SIRET"
        case (_, "SIRET_DUPLICATE"?): return siretFault(pair)
        case (_, "CONTACT_DUPLICATE"?): return mailFault(pair, here)
        default: return "may not stand there"
        }
    }

    private func lives(_ record: JSON?) -> Bool {
        record.map { $0["archived"] != true && $0["supprime"] != true } ?? false
    }

    /// R19: somebody cleared it before the first sync.
    private func lacksName(_ kind: Kind, _ record: JSON?) -> Bool {
        let required: [Kind: [String]] = [.company: ["name"], .deal: ["dealname"], .contact: ["lastname", "firstname"]]
        return (required[kind] ?? []).contains { (record?["properties"]?[$0]?.text ?? "").isEmpty }
    }

    // MARK: - Who has not asked

    private func asking(_ pair: BothPair.Row, _ there: JSON?, _ here: JSON?) -> String? {
        let relation = here?["champs"]?["relation"]?.text ?? ""
        let asksInArtis = lives(here) && (pair.kind != .company || ["Prospect", "Client"].contains(relation))
        if asksInArtis { return "asks by its record of artis" }
        let properties = there?["properties"]
        return switch pair.reason {
        case "RELATION_NOT_SENT": there == nil ? nil : "is known to HubSpot"
        case "LIFECYCLE_NOT_REACHED": properties?["lifecyclestage"]?.text != "opportunity" ? nil : "has reached its stage"
        default: properties?["synchro_artis"] != "true" ? nil : "is ticked"
        }
    }

    // MARK: - The company of a dependant

    private func waiting(_ pair: BothPair.Row, isStopped: Bool) -> String? {
        guard let row = pair.company.flatMap({ rows[$0] }) else { return "waits below no company" }
        if isStopped != (row.state == "stopped") || row.state == "synced" { return "waits below \(row)" }
        let isIts = everyCompany(pair).contains(row.hubspotID ?? "–")
            || sides.artis(pair.kind, pair.artisID)?["champs"]?["tiers"]?.text == row.artisID ?? "–"
        return isIts ? nil : "hangs on \(everyCompany(pair).sorted()), not on \(row)"
    }

    private func choosing(_ pair: BothPair.Row, _ there: JSON?, _ here: JSON?) -> String? {
        let choices = lives(there)
            ? choices(pair.kind, pair.hubspotID) : Set([here?["champs"]?["tiers"]?.text].compactMap(\.self))
        if pair.reason == "NO_COMPANY" { return choices.isEmpty ? nil : "hangs on \(choices.sorted())" }
        return choices.count > 1 ? nil : "has no choice but \(choices.sorted())"
    }

    /// R12: the company that a rule settles, or all between which none does.
    private func choices(_ kind: Kind, _ id: String?) -> Set<String> {
        let own = Set(homes(kind, id))
        guard kind.role == .activity, own.count != 1 else { return own }
        let lines = [Kind.deal, .contact].map { end in
            Set(linked(kind, id, end).map { homes(end, $0) }.filter { $0.count == 1 }.joined())
        }
        return lines.first { $0.count == 1 } ?? lines.reduce(own) { $0.union($1) }
    }

    /// Every company that HubSpot holds with it or, of an activity, with its deals and contacts; archived ones too.
    private func everyCompany(_ pair: BothPair.Row) -> Set<String> {
        var all = Set(linked(pair.kind, pair.hubspotID, .company))
        guard pair.kind.role == .activity else { return all }
        for end in [Kind.deal, .contact] {
            all.formUnion(linked(pair.kind, pair.hubspotID, end).flatMap { linked(end, $0, .company) })
        }
        return all
    }

    private func linked(_ kind: Kind, _ id: String?, _ end: Kind) -> [String] {
        (sides.hubspot(kind, id)?["links"]?[end.inHubSpot]?.object ?? [:]).keys.sorted()
    }

    // MARK: - What another holds

    /// The SIRETs that its living records have.
    private func sirets(_ pair: BothPair.Row) -> Set<String> {
        let (there, here) = (sides.hubspot(.company, pair.hubspotID), sides.artis(.company, pair.artisID))
        let values = [
            lives(there) ? digits(there?["properties"]?["SIRET"]) : nil, lives(here) ? digits(here?["champs"]?["siret"]) : nil,
        ]
        return Set(values.compactMap(\.self))
    }

    /// R6: the first keeps it, and goes on keeping it until it stops or its SIRET changes.
    private func siretFault(_ pair: BothPair.Row) -> String? {
        let name = pair.detail ?? ""
        guard let holder = keyed[.hubspot(.company, name)] ?? keyed[.artis(.company, name)] else { return "names nobody" }
        guard holder.id != pair.id, holder.state != "stopped" else { return "is held up by \(holder)" }
        return sirets(pair).isDisjoint(with: sirets(holder)) ? "has not the SIRET of \(holder)" : nil
    }

    /// R7: one side's is empty, or another pair holds it; artis keeps that of a fiche whose company was merged away (R26).
    func siretIsHeldBack(_ pair: BothPair.Row) -> Bool {
        let (there, here) = (sides.hubspot(.company, pair.hubspotID), sides.artis(.company, pair.artisID))
        let values = [digits(there?["properties"]?["SIRET"]), digits(here?["champs"]?["siret"])]
        guard values[0] != values[1] else { return false }
        let others = sides.pairs.filter {
            $0.kind == .company && $0.id != pair.id && ($0.state != "stopped" || $0.reason == "MERGED_IN_HUBSPOT")
        }
        return values.contains { value in value.map { digits in others.contains { sirets($0).contains(digits) } } ?? true }
    }

    /// R28: HubSpot's contact that it names has its address, and is not the same person.
    private func mailFault(_ pair: BothPair.Row, _ here: JSON?) -> String? {
        let mail = here?["champs"]?["mail"]?.text?.lowercased() ?? ""
        guard let name = pair.detail, name != pair.hubspotID, let holder = sides.hubspot(.contact, name) else {
            return "names nobody"
        }
        guard lives(holder) else { return "is held up by one that is archived" }
        guard !mail.isEmpty, holder["properties"]?["email"]?.text?.lowercased() == mail else { return "has another mail than \(name)" }
        let isFree = pair.hubspotID == nil && keyed[.hubspot(.contact, name)]?.artisID == nil
        let company = pair.company.flatMap { rows[$0] }?.hubspotID
        return isFree && company.map { homes(.contact, name) == [$0] } ?? false ? "is the person of \(name)" : nil
    }
}
