import Database
import Domain
import HTTP
import TestKit
import Testing

/// Invariants 1, 7 and 8: a worker that is killed at any step leaves nothing behind that its successor does not finish,
/// and nothing twice.
@Suite(.office(), .judged, .serialized) struct CrashTests {
    @Test("killed at any step of a creation, its successor ends it, and nothing exists twice", arguments: CrashCase.all)
    func creation(_ given: CrashCase) async throws {
        let office = try Office.open
        let company = try await office.home()
        let mark = given.mark
        try await crash(given, creates: true) {
            switch given.side {
            case .hubspot: _ = try await born(given.kind, mark.value, of: company)
            case .artis: try await enter(given.kind, mark.value, of: try await office.artisID(.company, company))
            }
        }
        try await expectOne(given, mark)
    }

    @Test("killed at any step of an update, its successor ends it", arguments: CrashCase.all)
    func update(_ given: CrashCase) async throws {
        let (office, scene) = (try Office.open, try Office.open.scene)
        let (mark, edit) = (given.mark, given.edit)
        let id = try await born(given.kind, mark.value, of: try await office.home())
        try await office.fleet.settled(discoveries: false)
        let artisID = try await office.artisID(given.kind, id)
        try await crash(given, creates: false) {
            switch given.side {
            case .hubspot: try await scene.edit(given.kind.inHubSpot, id, [edit.there: "4711.00"])
            case .artis: try await scene.change(given.kind.inArtis, artisID, [edit.here: "4711.00"])
            }
        }
        try await expectOne(given, mark)
        // HubSpot keeps a body as HTML.
        #expect(try await scene.hubspot(given.kind.inHubSpot, id)[edit.there]?.text?.contains("4711.00") == true)
        #expect(try await office.artisRecord(given.kind, artisID)["champs"]?[edit.here] == "4711.00")
    }

    /// Somebody makes a record in HubSpot.
    private func born(_ kind: Kind, _ mark: String, of company: String) async throws -> String {
        let scene = try Office.open.scene
        return switch kind {
        case .company: try await scene.company(siret: mark)
        case .deal: try await scene.deal(of: company, title: mark)
        case .contact: try await scene.contact(of: company, mail: mark)
        case .call, .meeting, .email: try await scene.call(of: [("companies", company, false)], title: mark)
        }
    }

    /// Somebody makes one in artis.
    private func enter(_ kind: Kind, _ mark: String, of tiers: String) async throws {
        let office = try Office.open
        _ = switch kind {
        case .company: try await office.tiers(siret: mark)
        case .deal: try await office.affaire(of: tiers, ["intitule": .string(mark)])
        case .contact: try await office.interlocuteur(of: tiers, mail: mark)
        case .call, .meeting, .email: try await office.action(of: tiers, more: ["objet": .string(mark)])
        }
    }

    /// One record on each side, one pair, synced.
    private func expectOne(_ given: CrashCase, _ mark: (there: String, here: String, value: String)) async throws {
        let office = try Office.open
        let there = try await office.holders(given.kind, of: mark.value, in: mark.there)
        let here = try await office.scene.artis(given.kind.inArtis).filter { $0["champs"]?[mark.here]?.text == mark.value }
        #expect(there.count == 1 && here.count == 1, "\(there) \(here)")
        let id = try #require(there.first)
        try await office.expect(given.kind, id, .synced)
        #expect(try await office.artisID(given.kind, id) == here.first?["id"]?.text)
    }

    /// A lone worker is killed where the case says; then another starts.
    private func crash(_ given: CrashCase, creates: Bool, _ work: () async throws -> Void) async throws {
        let fleet = try Office.open.fleet
        let program = given.program
        for process in fleet.running(program) { await process.stop() }
        try await work()
        try await fleet.until("its row") { try await fleet.database.first(WaitingWork(kind: given.kind)) ?? 0 > 0 }
        let fault = try await fleet.sandbox.hubspot(.post, "faults", given.fault(creates: creates))["id"]?.int ?? 0
        let worker = try fleet.start(program)[0]
        try await fleet.until("the call of \(given.step)") { try await spoiled(fault, fleet) }
        if given.step == .commit {
            try await fleet.database.transaction { (transaction) async throws(DatabaseError) in
                _ = try await transaction.run(LockWork(kind: given.kind))
                do {
                    try await fleet.until("the worker wants to commit") {
                        try await fleet.database.first(WorkerWaits(program: program)) ?? false
                    }
                } catch {
                    throw .misuse("\(error)")
                }
                worker.kill()
            }
        } else {
            if given.step == .written { try await Task.sleep(for: .milliseconds(200)) }
            worker.kill()
        }
        try await fleet.sandbox.hubspot(.delete, "faults")
        try await fleet.database.execute(StormEndLeases())
        try fleet.start(program)
        try await fleet.settled(within: 60, discoveries: false)
    }

    private func spoiled(_ id: Int, _ fleet: FleetUnderTest) async throws -> Bool {
        let faults = try await fleet.sandbox.hubspot(.get, "faults")["faults"]?.array ?? []
        return faults.contains { $0["id"]?.int == id && $0["spoiled"]?.int ?? 0 > 0 }
    }
}
