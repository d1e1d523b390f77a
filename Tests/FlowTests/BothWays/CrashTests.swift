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
        let tiers = try await office.artisID(.company, company)
        let mark = given.kind == .company ? Fresh.siret : "Marque \(Fresh.number)"
        try await crash(given, creates: true) {
            switch (given.kind, given.side) {
            case (.company, .hubspot): _ = try await office.scene.company(siret: mark)
            case (.company, .artis): _ = try await office.tiers(siret: mark)
            case (_, .hubspot): _ = try await office.scene.deal(of: company, title: mark)
            case (_, .artis): _ = try await office.affaire(of: tiers, ["intitule": .string(mark)])
            }
        }
        try await expectOne(given.kind, mark)
    }

    @Test("killed at any step of an update, its successor ends it", arguments: CrashCase.all)
    func update(_ given: CrashCase) async throws {
        let (office, scene) = (try Office.open, try Office.open.scene)
        let mark = given.kind == .company ? Fresh.siret : "Marque \(Fresh.number)"
        let id =
            given.kind == .company
            ? try await scene.company(siret: mark) : try await scene.deal(of: try await office.home(), title: mark)
        try await office.fleet.settled(discoveries: false)
        let artisID = try await office.artisID(given.kind, id)
        try await crash(given, creates: false) {
            let (there, here) = given.kind == .company ? ("city", "ville") : ("amount", "montant")
            switch given.side {
            case .hubspot: try await scene.edit(given.kind.inHubSpot, id, [there: "4711.00"])
            case .artis: try await scene.change(given.kind.inArtis, artisID, [here: "4711.00"])
            }
        }
        try await expectOne(given.kind, mark)
        let (there, here) = given.kind == .company ? ("city", "ville") : ("amount", "montant")
        #expect(try await scene.hubspot(given.kind.inHubSpot, id)[there]?.text == "4711.00")
        #expect(try await office.artisRecord(given.kind, artisID)["champs"]?[here] == "4711.00")
    }

    /// One record on each side, one pair, synced.
    private func expectOne(_ kind: Kind, _ mark: String) async throws {
        let office = try Office.open
        let (property, field) = kind == .company ? ("SIRET", "siret") : ("dealname", "intitule")
        let there = try await office.holders(kind, of: mark, in: property)
        let here = try await office.scene.artis(kind.inArtis).filter { $0["champs"]?[field]?.text == mark }
        #expect(there.count == 1 && here.count == 1, "\(there) \(here)")
        let id = try #require(there.first)
        try await office.expect(kind, id, .synced)
        #expect(try await office.artisID(kind, id) == here.first?["id"]?.text)
    }

    /// A lone worker is killed where the case says; then another starts.
    private func crash(_ given: CrashCase, creates: Bool, _ work: () async throws -> Void) async throws {
        let fleet = try Office.open.fleet
        let program = given.kind == .company ? "company-worker" : "deal-worker"
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
