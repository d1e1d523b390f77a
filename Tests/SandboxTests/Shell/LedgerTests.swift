import Foundation
import Testing

@testable import Sandbox

struct LedgerTests {
    private func folder() throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ledger-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return folder
    }

    @Test("The last line of a key is its value, a forgotten key is gone, a torn line is passed over")
    func lastWins() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (ledger, empty) = try Ledger.open(folder: folder, name: "test")
        #expect(empty.isEmpty)
        ledger.put([("a", 1), ("b", 2)])
        ledger.put([("a", 3), ("b", nil)])
        let path = folder + "/test.ledger"
        let torn = try Data(contentsOf: URL(fileURLWithPath: path)) + Data(#"{"k":"a","v":9"#.utf8)
        try torn.write(to: URL(fileURLWithPath: path))
        #expect(try Ledger.open(folder: folder, name: "test").content == ["a": 3])
    }

    @Test("HubSpot's records, links, merges, properties and ids outlive a restart")
    func restart() async throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        func open() throws -> HubSpotVendor {
            try HubSpotVendor(token: nil, folder: folder, settings: HubSpotSettings())
        }
        let first = try open()
        first.plantProperty(
            .companies,
            ["name": "siret", "label": "SIRET", "type": "string", "fieldType": "text", "groupName": "companyinformation"])
        let owner = first.plantOwner(email: "a@b.fr", firstName: "A", lastName: "B", userId: 5)
        let pipeline = first.plantPipeline("Ventes", stages: [("Approche", 0.1)])
        let company = first.plant(.companies, ["name": "Fournil", "siret": "73282932000074"])
        let lost = first.plant(.companies, ["name": "Fournil bis"])
        let deal = first.plant(
            .deals, ["dealname": "Four", "pipeline": pipeline.id, "dealstage": pipeline.stages[0]],
            links: [PlantedLink(type: .companies, id: company, primary: true)], createdBy: 5)
        _ = try first.change { state throws(HubSpotFault) in
            try state.merge(
                .companies, primary: Int(company) ?? 0, loser: Int(lost) ?? 0, newId: false, by: Author(at: state.now))
        }
        let second = try open()
        let (before, after) = (first.change { $0 }, second.change { $0 })
        #expect(after[.companies].find(Int(lost) ?? 0)?.id == Int(company))
        #expect(after[.companies].find(Int(company) ?? 0)?.properties["siret"] == "73282932000074")
        #expect(after[.deals].records[Int(deal) ?? 0]?.links == before[.deals].records[Int(deal) ?? 0]?.links)
        #expect(after[.companies].find(Int(company) ?? 0)?.links[.deals]?.count == 1)
        #expect(after.definitions[.companies]?["siret"] != nil)
        #expect(after.owners.map { String($0.id) } == [owner])
        #expect(after.pipelines.map(\.id) == before.pipelines.map(\.id))
        #expect(Int(second.plant(.companies, [:])) == Int(lost).map { $0 + 1 })
    }
}
