import Database
import Domain
import HTTP
import TestKit

/// Judges a storm's end by what both sandboxes hold and what artis was told, in order.
struct StormJudge {
    let data: StormData
    let pairs: [String: StormPair.Row]
    let writes: [StormWrite]
    /// artis' records by collection and id.
    let held: [String: [String: JSON]]
    let unrest: StormUnrest.Row
    let answered429: Int

    init(_ fleet: FleetUnderTest, artis: SandboxUnderTest? = nil) async throws {
        let sandbox = fleet.sandbox
        let artis = artis ?? sandbox
        data = try await StormData(sandbox)
        let rows = try await fleet.database.run(StormPair())
        pairs = Dictionary(rows.map { ("\($0.kind):\($0.hubspotID)", $0) }) { first, _ in first }
        writes = (try await artis.artis(.get, "artis/ecritures")["elements"]?.array ?? []).compactMap(StormWrite.init)
        var held: [String: [String: JSON]] = [:]
        for collection in ["tiers", "affaires", "interlocuteurs", "actions"] {
            let records = try await artis.artis(.get, "artis/\(collection)")["elements"]?.array ?? []
            held[collection] = Dictionary(records.map { ($0["id"]?.string ?? "", $0) }) { first, _ in first }
        }
        self.held = held
        unrest = try await fleet.unrest
        answered429 = try await sandbox.hubspot(.get, "rate?system=hubspot")["hubspot"]?["answered_429"]?.int ?? 0
    }

    /// Everything that is not as it must be; empty when all is well.
    /// - Parameter penalties: how many 429 the test itself asked for.
    func complaints(penalties: Int = 0) -> [String] {
        var complaints = data.records.flatMap(standing) + rivals() + fields() + twice() + gate()
        if unrest.repairs != 0 { complaints.append("\(unrest.repairs) repairs") }
        if unrest.deadLetters != 0 { complaints.append("\(unrest.deadLetters) dead letters") }
        if answered429 != penalties { complaints.append("HubSpot answered 429 \(answered429) times") }
        return complaints
    }

    func row(_ record: StormRecord) -> StormPair.Row? { pairs["\(record.kind.rawValue):\(record.id)"] }

    var synced: [StormRecord] { data.records.filter { row($0)?.state == "synced" } }

    /// Every record stands where the generator says. Activities of companies that have not asked leave no row (R13).
    private func standing(_ record: StormRecord) -> [String] {
        if record.rival != nil { return [] }
        guard let row = row(record) else {
            let mayLeaveNone = record.kind.role == .activity && record.reason == "COMPANY_NOT_SYNCED"
            return mayLeaveNone ? [] : ["\(record.reference) left no row"]
        }
        guard row.state == record.state, row.reason == record.reason else {
            let (present, wanted) = ("\(row.state) \(row.reason ?? "")", "\(record.state) \(record.reason ?? "")")
            return ["\(record.reference) (\(record.scenario)) stands at \(present), not \(wanted)"]
        }
        return []
    }

    /// R6: of two companies with one SIRET one is synced, the other blocked.
    private func rivals() -> [String] {
        data.companies.compactMap { record in
            guard let other = record.rival else { return nil }
            let states = [row(record), pairs["company:\(other)"]].map { "\($0?.state ?? "") \($0?.reason ?? "")" }
            if Set(states) == ["synced ", "blocked SIRET_DUPLICATE"] { return nil }
            return "\(record.reference) and its rival: \(states)"
        }
    }
}
