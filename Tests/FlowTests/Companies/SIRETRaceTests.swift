import Domain
import HTTP
import Messaging
import Runtime
import TestKit
import Testing

/// The same SIRET at the same moment in several processes.
@Suite(.office(), .judged) struct SIRETRaceTests {
    private static let rounds = 8
    private static let racers = 5

    @Test("R6 three workers race for one SIRET: one company holds it, the others name it, and follow when it is free")
    func race() async throws {
        let (office, scene) = (try Office.open, try Office.open.scene)
        try office.fleet.start("company-worker", count: 2)
        let queue = Topology.queue(worker: .company, lane: .live)
        try await office.fleet.until("three consumers") { try await office.consumers(of: queue) == 3 }

        for _ in 1...Self.rounds {
            let siret = Fresh.siret
            var companies: Set<String> = []
            for _ in 1...Self.racers { companies.insert(try await scene.company(siret: siret)) }
            try await office.fleet.settled()
            let first = try await holder(of: siret, among: companies)
            // Its SIRET changes: one of the others takes the old one, and the first keeps its tiers.
            let tiers = try await office.artisID(.company, first)
            try await scene.edit("companies", first, ["SIRET": Fresh.siret])
            try await office.fleet.settled()
            companies.remove(first)
            _ = try await holder(of: siret, among: companies)
            #expect(try await office.artisID(.company, first) == tiers)
        }
    }

    /// The one company that holds the SIRET; all others must be blocked by it.
    private func holder(of siret: String, among companies: Set<String>) async throws -> String {
        let office = try Office.open
        let held = try await office.scene.artis("tiers").filter { $0["champs"]?["siret"]?.string == siret }
        let reference = try #require(held.first?["referenceExterne"]?.string)
        #expect(held.count == 1)
        let holder = try #require(companies.first { reference == "companies:\($0)" })
        try await office.expect(.company, holder, .synced)
        for company in companies.subtracting([holder]) {
            try await office.expect(.company, company, .blocked, .siretDuplicate, detail: holder)
        }
        return holder
    }
}
