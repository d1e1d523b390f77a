import Database
import Domain
import FoundationEssentials
import HTTP
import Logging
import TestKit
import Testing

/// A message that kills whoever takes it.
@Suite(.office(), .judged) struct PoisonTests {
    @Test("a message that kills its worker again and again ends as a dead letter, its pair failed; nothing else suffers")
    func poison() async throws {
        let (office, scene) = (try Office.open, try Office.open.scene)
        let company = try await scene.company(siret: Fresh.siret)
        try await office.fleet.settled()
        for worker in office.fleet.running("deal-worker") { await worker.stop() }
        let deal = try await scene.deal(of: company)
        let contact = try await scene.contact(of: company, mail: Fresh.mail)
        // What is told later is a change, which tries the pair again.
        try await office.fleet.until("the deal, told to its end and in the queue") {
            guard try await office.fleet.delivered(), try await office.standing(.deal, deal) != nil else { return false }
            return try await office.fleet.database.first(CountBacklog())?.outbox == 0
        }
        try await office.fleet.setDeliveryLimit(2)

        // While the row is locked a worker holds the message and has no lease yet: there it is killed.
        try await office.fleet.database.transaction { (transaction) async throws(DatabaseError) in
            _ = try await transaction.run(LockPair(deal: deal))
            do {
                for death in 1...3 {
                    let worker = try office.fleet.start("deal-worker")[0]
                    try await office.fleet.until("worker \(death) holds the message") {
                        try await office.fleet.database.first(CountLockWaits()) == death
                    }
                    worker.kill()
                }
            } catch {
                throw .misuse("\(error)")
            }
        }
        try await office.fleet.until("the dead letter") {
            try await !office.fleet.database.run(ListDeadLetters()).isEmpty
        }
        try await office.fleet.setDeliveryLimit(20)
        try office.fleet.start("deal-worker")
        try await office.fleet.settled()
        try await office.expect(.deal, deal, .failed, .poisonMessage)
        try await office.expect(.contact, contact, .synced)
        let letter = try #require(try await office.fleet.database.run(ListDeadLetters()).first)
        #expect(letter.kind == .deal && letter.hubspotID?.rawValue == deal && letter.reason == "delivery_limit")
        // Its next change tries it again.
        try await scene.edit("deals", deal, ["amount": "1"])
        try await office.fleet.settled()
        try await office.expect(.deal, deal, .synced)
    }
}

/// Locks the row of a deal.
private struct LockPair: Statement {
    var deal: String

    static let sql = "SELECT id FROM pair WHERE kind = 'deal' AND hubspot_id = $1 FOR UPDATE"

    var parameters: [Parameter] { [.text(deal)] }

    static func decode(_ row: RowReader) throws(DatabaseError) -> Int64 { try row.int(0) }
}

/// Deal workers that wait for a row; one that was killed still counts.
private struct CountLockWaits: Statement {
    static let sql = """
        SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'deal-worker' AND wait_event_type = 'Lock'
        """

    static func decode(_ row: RowReader) throws(DatabaseError) -> Int { Int(try row.int(0)) }
}
