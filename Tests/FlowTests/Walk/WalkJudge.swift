import Domain
import HTTP

/// Judges both systems while nobody works: everything is equal, or says why not; nothing exists twice; nothing is missing.
struct WalkJudge {
    let sides: BothSides
    let records: [WalkRecord]
    let rows: [Int: BothPair.Row]

    init(_ walk: Walk) async throws {
        sides = try await BothSides(walk.office)
        records = walk.records
        rows = Dictionary(sides.pairs.map { ($0.id, $0) }) { first, _ in first }
    }

    func complaints() -> [String] {
        let synced = sides.pairs.filter { $0.state == "synced" }
        return standings() + synced.flatMap(fields) + synced.flatMap(company) + synced.flatMap(links) + twice() + missing()
    }

    /// R24: what a warning names may differ, and a blank civilité is an answer (R18).
    private func fields(_ pair: BothPair.Row) -> [String] {
        var except: Set<String> = []
        if pair.warnings.contains("SIRET_NOT_CARRIED") { except.insert("SIRET") }
        if sides.hubspot(pair.kind, pair.hubspotID)?["properties"]?["civilite"]?.text ?? "" == "" { except.insert("civilite") }
        return sides.differences(pair, except: except)
    }

    /// A pair that is not synced has a reason, and it is true.
    private func standings() -> [String] {
        let reasons: Set<String> = [
            "COMPANY_STOPPED", "NO_COMPANY", "LIFECYCLE_NOT_REACHED", "SYNC_NOT_REQUESTED",
            "RELATION_NOT_SENT", "SIRET_MISSING", "SIRET_DUPLICATE", "CONTACT_DUPLICATE", "COMPANY_AMBIGUOUS",
        ]
        return sides.pairs.compactMap { pair in
            let there = sides.hubspot(pair.kind, pair.hubspotID)
            let here = sides.artis(pair.kind, pair.artisID)
            switch (pair.state, pair.reason) {
            case ("synced", nil):
                let lives = there?["archived"] == false && here != nil && here?["supprime"] != true
                return lives ? nil : "\(pair) lacks a living record"
            case ("stopped", "DELETED_IN_HUBSPOT"): return there?["archived"] == true ? nil : "\(pair) is not archived"
            case ("stopped", "DELETED_IN_ARTIS"): return here?["supprime"] == true ? nil : "\(pair) is not deleted"
            case (_, "NAME_MISSING"?):
                return pair.artisID == nil && lacksName(pair.kind, there) ? nil : "\(pair) has its names"
            case (_, "COMPANY_NOT_SYNCED"?):
                let isOpen = pair.company.flatMap { rows[$0] }?.state == "synced"
                return isOpen ? "\(pair) waits below a company that is synced" : nil
            case (_, let reason?) where reasons.contains(reason): return nil
            default: return "\(pair) may not stand there"
            }
        }
    }

    /// R19: somebody cleared it before the first sync.
    private func lacksName(_ kind: Kind, _ record: JSON?) -> Bool {
        let required: [Kind: [String]] = [.company: ["name"], .deal: ["dealname"], .contact: ["lastname", "firstname"]]
        return (required[kind] ?? []).contains { (record?["properties"]?[$0]?.text ?? "").isEmpty }
    }

    /// Invariant 8: one record for each mark on each side, dead ones counted; one SIRET, one mail.
    ///
    /// Somebody typed into artis between our look and our write, which takes no two mails for one: a second fiche of
    /// a person is there, and says whose mail it has (R28).
    private func twice() -> [String] {
        var complaints: [String] = []
        for record in records {
            let (there, here) = (holders(record, .hubspot), holders(record, .artis))
            if there > 1 || here > 1 { complaints.append("\(record.kind) \(record.mark): \(there) in HubSpot, \(here) in artis") }
        }
        let sirets = sides.living(inHubSpot: .company).compactMap { digits($0["properties"]?["SIRET"]) }
        let tiers = sides.living(inArtis: .company).compactMap { digits($0["champs"]?["siret"]) }
        for list in [sirets, tiers] where Set(list).count != list.count {
            complaints.append("a SIRET stands twice on one side")
        }
        for system in [System.hubspot, .artis] {
            let ids = sides.pairs.compactMap { pair in
                system == .hubspot ? pair.hubspotID.map { "\(pair.kind) \($0)" } : pair.artisID.map { "\(pair.kind.inArtis) \($0)" }
            }
            if Set(ids).count != ids.count { complaints.append("a record of \(system) belongs to two pairs") }
        }
        return complaints
    }

    private var doubles: Set<String> {
        Set(sides.pairs.filter { $0.reason == "CONTACT_DUPLICATE" && $0.hubspotID == nil }.compactMap(\.artisID))
    }

    private func digits(_ value: JSON?) -> String? {
        let digits = (value?.text ?? "").filter { $0.isASCII && $0.isNumber }
        return digits.isEmpty ? nil : digits
    }

    private func holders(_ record: WalkRecord, _ system: System) -> Int {
        let field = record.markedField
        return sides.all(record.kind, system).count { found in
            if system == .artis, doubles.contains(found["id"]?.text ?? "") { return false }
            let text = system == .hubspot ? found["properties"]?[field.property] : found["champs"]?[field.name]
            return text?.text?.hasPrefix(record.mark) == true
        }
    }
}
