import Database
import Domain
import HTTP
import TestKit

/// What must hold after every flow, as the sandbox saw it: invariants 2, 6 and 8, no repair, no 429.
struct Judge {
    let fleet: FleetUnderTest

    init(_ fleet: FleetUnderTest) { self.fleet = fleet }

    /// A sentence for each thing that is wrong.
    func faults() async throws -> [String] {
        let writes = try await portWrites()
        let pairs = try await fleet.database.run(PairsInArtis())
        var faults = ungated(writes, pairs) + twice(writes, pairs)
        let repairs = try await fleet.database.first(CountBacklog())?.repairs ?? 0
        if repairs > 0 { faults.append("the sweeper had to repair \(repairs) pairs") }
        let refused = try await fleet.sandbox.hubspot(.get, "rate?system=hubspot")["hubspot"]?["answered_429"]?.int ?? 0
        if refused > 0 { faults.append("HubSpot answered 429 to \(refused) calls") }
        return faults
    }

    /// Invariant 6: tells every pair of a change that is none; nothing may be written anywhere.
    func faultsOfReplay() async throws -> [String] {
        let before = try await (portWrites().count, hubspotWrites().count)
        let pairs = try await fleet.database.run(PairsInArtis.All())
        _ = try await fleet.database.run(WantPairs(pairs: pairs, lane: .live))
        try await fleet.quiet()
        let after = try await (portWrites().dropFirst(before.0), hubspotWrites().dropFirst(before.1))
        return after.0.map { "replayed, artis is written: \($0.description)" }
            + after.1.map { "replayed, HubSpot is written: \($0)" }
    }

    private struct Write {
        var collection: String
        var id: String
        var isCreation: Bool
        var at: Int
        var reference: String?
        var tiers: String?

        var description: String { "\(isCreation ? "creation" : "modification") of \(collection) \(id)" }
    }

    private func portWrites() async throws -> [Write] {
        let all = try await fleet.sandbox.artis(.get, "artis/ecritures")["elements"]?.array ?? []
        return all.filter { $0["auteur"]?.string == "port" }.map { write in
            Write(
                collection: write["collection"]?.string ?? "", id: write["id"]?.string ?? "",
                isCreation: write["operation"]?.string == "creation", at: write["instant_us"]?.int ?? 0,
                reference: write["referenceExterne"]?.string, tiers: write["tiers"]?.string)
        }
    }

    private func hubspotWrites() async throws -> [String] {
        let calls = try await fleet.sandbox.hubspot(.get, "calls?system=hubspot")["calls"]?.array ?? []
        return calls.compactMap { $0["path"]?.string }
            .filter { $0.hasSuffix("/batch/update") || $0.hasSuffix("/batch/create") }
    }

    /// Invariant 2: no dependant is written before the sync of its company has begun.
    private func ungated(_ writes: [Write], _ pairs: [PairsInArtis.Row]) -> [String] {
        let latched = Dictionary(
            pairs.filter { $0.kind == .company }.map { ($0.artisID, $0.latchedAt) }, uniquingKeysWith: { first, _ in first })
        return writes.compactMap { write in
            guard let tiers = write.tiers else { return nil }
            guard let opened = latched[tiers] ?? nil else { return "\(write.description) below \(tiers), which is not synced" }
            return write.at < opened ? "\(write.description) before its company \(tiers) was synced" : nil
        }
    }

    /// Invariant 8: every record that was created belongs to a pair, and no name of ours was used twice.
    private func twice(_ writes: [Write], _ pairs: [PairsInArtis.Row]) -> [String] {
        let held = Set(pairs.map { "\($0.collection) \($0.artisID)" })
        let created = writes.filter(\.isCreation)
        let orphans = created.filter { !held.contains("\($0.collection) \($0.id)") }
        let names = Dictionary(grouping: created.compactMap { write in write.reference.map { "\(write.collection) \($0)" } }) { $0 }
        return orphans.map { "\($0.description) belongs to no pair" }
            + names.filter { $0.value.count > 1 }.map { "\($0.key) was created \($0.value.count) times" }.sorted()
    }
}
