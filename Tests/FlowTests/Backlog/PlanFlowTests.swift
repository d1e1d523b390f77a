import Domain
import HTTP
import TestKit
import Testing

/// Issue: the plan that is shown to a customer before anything is written, while no program of the fleet runs.
@Suite struct PlanFlowTests {
    @Test("backfill --dry-run says of a French company's account what its generator knows, and writes nothing")
    func plan() async throws {
        try await FleetUnderTest.run(
            sandbox: ["--fill", "sme", "--companies", "120"], settings: ["HUBSPOT_PIPELINE": "Ventes"]
        ) { fleet in
            try await fleet.setDelay(20)
            #expect(try await fleet.passerelle("migrate").code == 0)
            try await firstLooks(fleet)
            let (code, output) = try await fleet.passerelle("backfill", "--dry-run", "--json")
            #expect(code == 0, "\(output)")
            let json = output.split(separator: "\n").last { $0.hasPrefix("{") } ?? ""
            let steps = try JSON.parse(Array(json.utf8))["steps"]?.array ?? []
            let records = try await StormData(fleet.sandbox).records
            for kind in Kind.allCases {
                let step = steps.first { $0["kind"]?.string == kind.rawValue && $0["from"] == "hubspot" } ?? .null
                let mine = records.filter { $0.kind == kind }
                let brought = (step["create"]?.int ?? 0) + (step["link"]?.int ?? 0)
                #expect(brought == mine.count { $0.state == "synced" }, "\(kind): \(step)")
                let blocked = Dictionary(grouping: mine.filter { $0.state == "blocked" }, by: { $0.reason ?? "" })
                #expect(
                    (step["blocked"]?.object ?? [:]).compactMapValues(\.int) == blocked.mapValues(\.count), "\(kind): \(step)")
            }
            let companies = steps.first { $0["kind"] == "company" } ?? .null
            #expect(companies["link"] == 3)
            for reason in ["LIFECYCLE_NOT_REACHED", "SYNC_NOT_REQUESTED"] {
                let count = records.count { $0.kind == .company && $0.reason == reason }
                #expect(companies["left_out"]?[reason]?.int == count)
            }
            #expect(try await fleet.writes(since: 0) == [])
            try await misspelt(fleet)
        }
    }

    /// No program has read the reference data: `verify` and `explain` fetch it themselves.
    private func firstLooks(_ fleet: FleetUnderTest) async throws {
        let (code, output) = try await fleet.passerelle("verify")
        #expect(code == 0, "\(output)")
        let company = try #require(try await StormData(fleet.sandbox).companies.first)
        let explained = try await fleet.passerelle("explain", "company", company.id)
        #expect(explained.code == 0, "\(explained.output)")
    }

    /// R8: the label instead of the internal name, as people write it.
    private func misspelt(_ fleet: FleetUnderTest) async throws {
        let scene = try await fleet.scene()
        try await scene.setParameter("HUBSPOT_DECLENCHEUR_CYCLE_DE_VIE_SYNCHRO_ENTREPRISE", "Opportunité")
        for arguments in [["backfill"], ["backfill", "--dry-run"]] {
            let (code, output) = try await fleet.passerelle(arguments)
            #expect(code == 1 && output == "", "\(output)")
        }
    }
}
