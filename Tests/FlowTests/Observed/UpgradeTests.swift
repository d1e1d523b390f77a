import Database
import Domain
import HTTP
import TestKit
import Testing

/// Issue 8, "Upgrades": the schema becomes newer while programs work that do not know it. `migrate` of the next release is
/// played by a migration that no program knows.
@Suite(.office(settings: ["METRICS_LISTEN": FleetUnderTest.anyPort]), .serialized) struct UpgradeTests {
    private static let known = Migration.all.map(\.number).max() ?? 0

    /// Takes away what the next release knows, as if its programs had taken the place of these.
    private static let becomeNewer = "DELETE FROM schema_migration WHERE number > \(known)"

    private func migrate(_ sql: String, serves: Int?) async throws {
        let number = Self.known + (serves == nil ? 2 : 1)
        let next = Migration(number: number, name: "next", sql: sql, serves: serves)
        _ = try await Migrator(migrations: Migration.all + [next]).migrate(try Office.open.fleet.database)
    }

    @Test("A migration that serves older programs is applied while they work: they go on, and nothing is lost")
    func serving() async throws {
        let office = try Office.open
        let company = try await office.home()
        async let migrated: Void = migrate(
            """
            ALTER TABLE pair ADD COLUMN novelty text NOT NULL DEFAULT '';
            ALTER TABLE outbox ADD COLUMN novelty integer;
            CREATE INDEX pair_novelty ON pair (novelty)
            """, serves: Self.known)
        var deals: [String] = []
        for _ in 0..<10 { deals.append(try await office.scene.deal(of: company)) }
        try await migrated
        for _ in 0..<5 { deals.append(try await office.scene.deal(of: company)) }
        try await office.fleet.settled()
        for deal in deals { try await office.expect(.deal, deal, .synced) }
        for program in FleetUnderTest.workers + ["ingest"] {
            #expect(try await office.fleet.ask(program, "/readyz")?.status == 200, "\(program)")
        }
        try await office.fleet.until("a line of the log") {
            office.fleet.log(of: "deal-worker").contains { $0.contains("newer than this program and serves it") }
        }
        #expect(try await office.fleet.passerelle("doctor").output.contains("schema"))
        #expect(try await office.fleet.unrest.repairs == 0)
        try await office.fleet.database.script(Self.becomeNewer)
    }

    @Test("A migration that does not serve them: they take no work and say why, and newer programs go on where they stopped")
    func refusing() async throws {
        let office = try Office.open
        let company = try await office.home()
        try await migrate("CREATE TABLE novelty ()", serves: nil)
        for program in FleetUnderTest.workers + ["ingest"] { try await expectRefusal(of: program) }
        #expect(try await office.fleet.passerelle("status").code == 1)

        // HubSpot repeats what nobody took, and artis' feed waits.
        let deal = try await office.scene.deal(of: company)
        let affaire = try await office.affaire(of: try await office.artisID(.company, company))
        let pairs = try await BothSides(office).pairs.count
        // Time enough for a fleet that works to take both.
        try await Task.sleep(for: .seconds(2))
        #expect(try await BothSides(office).pairs.count == pairs, "nothing is taken")
        try await office.fleet.database.script(Self.becomeNewer)
        try await office.fleet.until("every program is ready") {
            for program in FleetUnderTest.workers + ["ingest"] {
                guard try await office.fleet.ask(program, "/readyz")?.status == 200 else { return false }
            }
            return true
        }
        try await office.fleet.settled()
        try await office.expect(.deal, deal, .synced)
        try await office.expect(.deal, artis: affaire, .synced)
    }

    private func expectRefusal(of program: String) async throws {
        let fleet = try Office.open.fleet
        try await fleet.until("\(program) is not ready") {
            let ready = try await fleet.ask(program, "/readyz")
            return ready?.status == 503 && ready?.text.contains("newer than this program") == true
        }
        #expect(try await fleet.ask(program, "/healthz")?.status == 200, "\(program)")
        let lines = fleet.log(of: program).filter { $0.contains("newer than this program: no work is taken") }
        #expect(lines.count == 1, "\(program)")
        #expect(fleet.running(program).count == 1, "\(program)")
    }
}
