import Database
import Domain
import Messaging
import Runtime
import TestKit
import Testing

/// What nobody can read, straight in the queues.
@Suite(.office(), .judged, .serialized) struct DeadLetterTests {
    struct Rubbish: CustomTestStringConvertible {
        var body: [UInt8]
        var reason: String

        init(_ text: String, _ reason: String) { (body, self.reason) = (Array(text.utf8), reason) }

        init(bytes: [UInt8], _ reason: String) { (body, self.reason) = (bytes, reason) }

        var testDescription: String { reason }

        static let all = [
            Rubbish(bytes: [0xff, 0x00, 0x13, 0x37], "not a JSON object"), Rubbish(bytes: [], "not a JSON object"),
            Rubbish("[1,2]", "not a JSON object"), Rubbish("{}", "lacks the field \"v\""),
            Rubbish(#"{"v":1,"kind":"deal","system":"hubspot","version":1,"lane":"live"}"#, "lacks the field \"id\""),
            Rubbish(#"{"v":2,"quoi":"rien"}"#, "has format 2"),
            Rubbish(#"{"v":1,"kind":"devis","system":"hubspot","id":"1","version":1,"lane":"live"}"#, "unknown kind"),
            Rubbish(#"{"v":1,"kind":"deal","system":"sage","id":"1","version":1,"lane":"live"}"#, "unknown system"),
            Rubbish(#"{"v":1,"kind":"deal","system":"hubspot","id":7,"version":1,"lane":"live"}"#, "\"id\""),
            Rubbish(#"{"v":1,"kind":"deal","system":"hubspot","id":"1","version":-1,"lane":"live"}"#, "\"version\""),
        ]
    }

    @Test("rubbish in the queues is stored with a reason, and its neighbours are not affected")
    func rubbish() async throws {
        let (office, scene) = (try Office.open, try Office.open.scene)
        var neighbours: [(Kind, String)] = []
        for (number, rubbish) in Rubbish.all.enumerated() {
            let company = try await scene.company(siret: Fresh.siret)
            neighbours += [(.company, company), (.deal, try await scene.deal(of: company))]
            let role = WorkerRole.allCases[number % WorkerRole.allCases.count]
            let key = Topology.routingKey(worker: role, lane: number % 2 == 0 ? .live : .backfill)
            try await office.publish([(key, rubbish.body)])
        }
        try await office.fleet.until("ten dead letters") {
            try await office.fleet.database.run(ListDeadLetters()).count >= Rubbish.all.count
        }
        try await office.fleet.settled()
        let letters = try await office.fleet.database.run(ListDeadLetters())
        #expect(letters.count == Rubbish.all.count)
        for rubbish in Rubbish.all {
            let letter = letters.first { $0.payload == rubbish.body }
            #expect(letter?.reason.contains(rubbish.reason) == true, "\(letter?.reason ?? "no letter") for \(rubbish)")
        }
        for (kind, id) in neighbours { try await office.expect(kind, id, .synced) }
        for worker in FleetUnderTest.workers { #expect(office.fleet.running(worker).count == 1) }
    }

    @Test("a hint of a pair that nobody knows is answered by doing nothing")
    func stranger() async throws {
        let office = try Office.open
        let before = try await office.fleet.database.run(ListDeadLetters()).count
        let hints = [
            Envelope(kind: .deal, system: .hubspot, id: "999999", pair: 999_999, version: 3, lane: .live),
            Envelope(kind: .deal, system: .hubspot, id: "888888", version: 3, lane: .live),
        ]
        try await office.publish(hints.map { ($0.routingKey, $0.encoded) })
        // What comes behind them in the same queue is answered, so they are too.
        let deal = try await office.scene.deal(of: try await office.scene.company(siret: Fresh.siret))
        try await office.fleet.settled()
        try await office.expect(.deal, deal, .synced)
        #expect(try await office.standing(.deal, "888888") == nil)
        #expect(try await office.fleet.database.run(ListDeadLetters()).count == before)
    }
}
