import Domain
import HTTP

/// Judges both systems while nobody works: everything is equal, or says why not; nothing exists twice; nothing is missing.
struct WalkJudge {
    let sides: BothSides
    let records: [WalkRecord]
    private let mergedAway: Set<PairKey>
    let rows: [Int: BothPair.Row]
    /// Pairs by `PairKey`.
    let keyed: [PairKey: BothPair.Row]

    init(_ walk: Walk) async throws {
        sides = try await BothSides(walk.office)
        records = walk.records
        mergedAway = walk.mergedAway
        rows = Dictionary(sides.pairs.map { ($0.id, $0) }) { first, _ in first }
        keyed = PairKey.index(sides.pairs)
    }

    func complaints() -> [String] {
        let synced = sides.pairs.filter { $0.state == "synced" }
        return standings() + synced.flatMap(fields) + synced.flatMap(company) + synced.flatMap(links) + twice() + missing()
    }

    /// R24: what a warning names may differ while it is true, and a blank civilité is an answer (R18).
    private func fields(_ pair: BothPair.Row) -> [String] {
        var except: Set<String> = []
        if pair.warnings.contains("SIRET_NOT_CARRIED"), siretIsHeldBack(pair) { except.insert("SIRET") }
        if sides.hubspot(pair.kind, pair.hubspotID)?["properties"]?["civilite"]?.text ?? "" == "" { except.insert("civilite") }
        return sides.differences(pair, except: except)
    }

    /// Invariant 8: one record for each mark on each side, dead ones counted; one SIRET, one mail.
    ///
    /// Somebody typed into artis between our look and our write, which takes no two mails for one: a second fiche of
    /// a person is there, and says whose mail it has (R28).
    private func twice() -> [String] {
        var complaints: [String] = []
        let (there, here) = (marks(.hubspot), marks(.artis))
        let late = records.compactMap(toldLate)
        for record in records {
            let (left, right) = (there[record.mark] ?? 0, here[record.mark] ?? 0)
            if right == 1, left == 2, toldLate(record) != nil { continue }
            // What was being written when it was merged away has gone to the survivor (README, "What cannot be closed").
            if record.isMergedAway, left <= 1, right == 2 { continue }
            if left > 1 || right > 1 { complaints.append("\(record.kind) \(record.mark): \(left) in HubSpot, \(right) in artis") }
        }
        let sirets = sides.living(inHubSpot: .company).filter { !late.contains($0["id"]?.text ?? "") }
            .compactMap { digits($0["properties"]?["SIRET"]) }
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

    /// The company that somebody typed into HubSpot, and of which that told only once we had made artis' half there: it says
    /// so (README, "What cannot be closed"). Nil where we knew in time.
    private func toldLate(_ record: WalkRecord) -> String? {
        guard record.isTwin, record.kind == .company, let id = record.ids[.hubspot],
            let pair = keyed[.hubspot(.company, id)], pair.reason == "SIRET_DUPLICATE",
            let made = sides.hubspot(.company, pair.detail)?["properties"]?["createdate"]?.text.flatMap(Instant.init(text:))
        else { return nil }
        return pair.heardOf > made ? id : nil
    }

    func digits(_ value: JSON?) -> String? {
        let digits = (value?.text ?? "").filter { $0.isASCII && $0.isNumber }
        return digits.isEmpty ? nil : digits
    }

    /// How many records of a system hold each mark.
    private func marks(_ system: System) -> [String: Int] {
        let doubles = Set(sides.pairs.filter { $0.reason == "CONTACT_DUPLICATE" && $0.hubspotID == nil }.compactMap(\.artisID))
        let kinds = system == .hubspot ? Kind.allCases : [.company, .deal, .contact, .call]
        var marks: [String: Int] = [:]
        for kind in kinds {
            for record in sides.all(kind, system) {
                let id = record["id"]?.text ?? ""
                if system == .artis ? doubles.contains(id) : mergedAway.contains(.hubspot(kind, id)) { continue }
                if let mark = Self.mark(of: record, kind, system) { marks[mark, default: 0] += 1 }
            }
        }
        return marks
    }

    private static func mark(of record: JSON, _ kind: Kind, _ system: System) -> String? {
        let field = SharedField.marked(kind)
        let text = system == .hubspot ? record["properties"]?[field.property] : record["champs"]?[field.name]
        guard let text = text?.text, text.first == "[", let end = text.firstIndex(of: "]") else { return nil }
        return String(text[...end])
    }

    /// The pairs that complaints name, by themselves or by the mark of one of their records.
    func pairs(in complaints: [String]) -> [BothPair.Row] {
        sides.pairs.filter { pair in
            let there = sides.hubspot(pair.kind, pair.hubspotID).flatMap { Self.mark(of: $0, pair.kind, .hubspot) }
            let here = sides.artis(pair.kind, pair.artisID).flatMap { Self.mark(of: $0, pair.kind, .artis) }
            return [pair.description, there, here].compactMap(\.self).contains { name in
                complaints.contains { $0.contains(name) }
            }
        }
    }
}
