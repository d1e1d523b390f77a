import Domain
import HTTP
import TestKit
import Testing

/// R24 for every field of rules.md, "Fields": set, changed, cleared and disagreed on, judged by what both systems hold.
enum FieldTableTests {
    /// As shipped: artis wins.
    @Suite(.office(), .judged) struct ArtisWins {
        @Test("R24 every field, either way: set, changed and cleared; where both sides changed it, artis wins")
        func everyField() async throws {
            let office = try Office.open
            var table = try await FieldTable(office)
            try await table.expectNoFault("made")
            for number in [1, 2] {
                try await table.type(number)
                try await office.fleet.settled(within: 60)
                try await table.expectNoFault("typed \(number)")
            }
            try await table.clear()
            try await office.fleet.settled(within: 60)
            try await table.expectNoFault("cleared")
            try await FieldTableTests.collide(&table, 3, winner: .artis)
        }
    }

    @Suite(.office(settings: ["CONFLICT_WINS": "hubspot"]), .judged) struct HubSpotWins {
        @Test("R24 where both sides changed a field, HubSpot wins when CONFLICT_WINS says so")
        func everyField() async throws {
            var table = try await FieldTable(try Office.open)
            try await FieldTableTests.collide(&table, 4, winner: .hubspot)
        }
    }

    /// All workers are away while both sides are edited; then every line holds the winner's value and one more conflict.
    private static func collide(_ table: inout FieldTable, _ number: Int, winner: System) async throws {
        let office = table.office
        for worker in FleetUnderTest.workers {
            for process in office.fleet.running(worker) { await process.stop() }
        }
        var counts: [Int] = []
        for line in table.lines { counts.append(try await office.conflicts(line.kind, line.hubspot).count) }
        try await table.collide(number, winner: winner)
        try office.fleet.startWorkers()
        try await office.fleet.settled(within: 60)
        try await table.expectNoFault("both changed")
        for (line, count) in zip(table.lines, counts) {
            let conflicts = try await office.conflicts(line.kind, line.hubspot)
            #expect(conflicts.count == count + 1, "\(line.description)")
            let (cause, won) = (conflicts.first?.cause, conflicts.first?.winner)
            #expect(cause == .bothChanged && won == winner, "\(line.description)")
        }
    }
}
