import Domain
import FoundationEssentials
import HTTP
import TestKit
import Testing

/// Issue 8, "Backup and restore": the database comes back from an older dump. HubSpot and artis hold what the fleet has
/// forgotten; it converges, both sides are equal, and nothing exists twice. HubSpot's account refuses unique values for
/// activities, so that nothing but the fleet itself keeps them from being created twice.
/// `PASSERELLE_SEED` repeats a walk, `PASSERELLE_FULL=1` restores six times.
@Suite(.office(telling: ["shuffle": true, "duplicates": 2], prepare: { try await $0.refuseUniqueActivities() }))
struct RestoreTests {
    /// What becomes of the messages that are in the queues when the database is restored.
    enum Queues: CaseIterable {
        /// They tell of pairs and versions that the database does not know.
        case kept
        case lost
    }

    private static let environment = ProcessInfo.processInfo.environment
    private static let isFull = environment["PASSERELLE_FULL"] == "1"
    private static let seed = environment["PASSERELLE_SEED"].flatMap { UInt64($0) } ?? 20_261_128

    @Test("Restored from an older dump, with the queues as they were or lost, the fleet converges and nothing exists twice")
    func restore() async throws {
        let office = try Office.open
        print("restore: PASSERELLE_SEED=\(Self.seed)")
        var walk = try await Walk(office, seed: Self.seed)
        try await deeds(60, of: &walk)
        for queues in Array(repeating: Queues.allCases, count: Self.isFull ? 3 : 1).joined() {
            let merged = try await mergeable(of: office)
            try await deeds(Self.isFull ? 100 : 40, of: &walk)
            let dump = try await DatabaseDump.take(of: office.fleet)
            walk.sparedFrom = walk.records.count

            try await walk.learn()
            try await merge(merged, in: office)
            try await deeds(Self.isFull ? 150 : 50, of: &walk)
            try await walk.learn()
            try await deeds(Self.isFull ? 150 : 50, of: &walk)
            try await leaveMessages(&walk)

            try await dump.restore()
            if queues == .lost { try await office.fleet.loseQueues() }
            try await comeBack(office)
            try await judge(walk, after: "restored, queues \(queues)")
        }
        let replay = try await Judge(office.fleet).faultsOfReplay()
        #expect(replay == [])
    }

    private func deeds(_ count: Int, of walk: inout Walk) async throws {
        for _ in 0..<count { try await walk.step() }
        try await walk.office.fleet.settled(within: 120)
    }

    /// The workers stop first, so that messages pile up in the queues, and what they tell of is still to be done.
    private func leaveMessages(_ walk: inout Walk) async throws {
        let fleet = walk.office.fleet
        for worker in FleetUnderTest.workers { for process in fleet.running(worker) { await process.stop() } }
        for _ in 0..<15 { try await walk.step() }
        try await fleet.until("every hint is in a queue") {
            let unrest = try await fleet.unrest
            return unrest.hints == 0 && unrest.unanswered > 0
        }
        for process in fleet.running("ingest") { await process.stop() }
    }

    /// What the run book has an operator do.
    private func comeBack(_ office: Office) async throws {
        let fleet = office.fleet
        let begun = Date()
        try fleet.start("ingest")
        try fleet.startWorkers()
        try await fleet.polledOnce(since: begun)
        try await fleet.settled(within: 120)
        _ = try await fleet.passerelle("verify", "--repair")
        try await fleet.settled(within: 120)
    }

    private func judge(_ walk: Walk, after name: String) async throws {
        // A merge is no deed of the walk: what it stops is right to stand so.
        let complaints = try await WalkJudge(walk).complaints().filter { !$0.contains("MERGED_IN_HUBSPOT") }
        let worst = complaints.prefix(12).joined(separator: "\n")
        #expect(complaints.isEmpty, "\(name), seed \(Self.seed): \(complaints.count)\n\(worst)")
        let unrest = try await walk.office.fleet.unrest
        #expect(unrest.repairs == 0, "\(name)")
        #expect(unrest.deadLetters == 0, "\(name)")
    }
}

extension RestoreTests {
    /// Two companies of HubSpot's, each with a deal and a contact.
    private func mergeable(of office: Office) async throws -> [String] {
        var companies: [String] = []
        for _ in 0..<2 {
            let company = try await office.scene.company(siret: Fresh.siret)
            _ = try await office.scene.deal(of: company)
            _ = try await office.scene.contact(of: company, mail: Fresh.mail)
            companies.append(company)
        }
        return companies
    }

    private func merge(_ companies: [String], in office: Office) async throws {
        _ = try await office.merge(.company, companies[0], companies[1], newID: Bool.random())
    }
}
