import Domain
import FoundationEssentials
import HTTP
import TestKit
import Testing

/// Issue, Show 7; invariants 1, 7, 8. `PASSERELLE_FULL=1` makes it several seeded rounds of everything.
@Suite struct RestartTests {
    private static let isFull = ProcessInfo.processInfo.environment["PASSERELLE_FULL"] == "1"
    private static let seed = ProcessInfo.processInfo.environment["PASSERELLE_SEED"].flatMap { UInt64($0) } ?? 7

    @Test("RabbitMQ restarted three times, PostgreSQL once, every program killed once: nothing is lost, nothing twice")
    func servers() async throws {
        try await TestServers.run { servers in
            try await FleetUnderTest.run(
                sandbox: ["--fill", "sme", "--companies", Self.isFull ? "200" : "80"] + FleetUnderTest.briskSandbox,
                on: servers.addresses, settings: ["HUBSPOT_WINDOW_MAX": "501", "HUBSPOT_POLL_SECONDS": "3"]
            ) { fleet in
                try await fleet.setDelay(Self.isFull ? 60 : 40)
                let data = try await StormData(fleet.sandbox)
                let supervisor = StormSupervisor(fleet: fleet, counts: [:])
                try supervisor.start()
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask { await load(fleet, data.records) }
                    try await fleet.until("work has begun") { try await fleet.callsOfHubSpot > 5 }
                    for round in 0..<(Self.isFull ? 4 : 1) {
                        try await storm(servers, supervisor, seed: Self.seed &+ UInt64(round))
                    }
                    group.cancelAll()
                }
                try await end(fleet, data)
            }
        }
    }

    /// Edits of people, and changes told, all the while: whatever is refused meanwhile is told again.
    private func load(_ fleet: FleetUnderTest, _ records: [StormRecord]) async {
        var random = StormRandom(seed: Self.seed)
        var number = 0
        while !Task.isCancelled {
            let some = Array(records.shuffled(using: &random).prefix(records.count / 4))
            try? await StormTelling(fleet: fleet).accept(some, random: &random)
            if let company = some.first(where: { $0.kind == .company && $0.known == nil }) {
                number += 1
                _ = try? await fleet.sandbox.hubspot(
                    .patch, "hubspot/companies/\(company.id)", ["properties": ["city": .string("Ville \(number)")]])
            }
            try? await Task.sleep(for: .milliseconds(500))
        }
    }

    private enum Blow: CaseIterable {
        case rabbit1, rabbit2, rabbit3, postgres, ingest, company, deal, contact, activity

        var program: String? {
            switch self {
            case .rabbit1, .rabbit2, .rabbit3, .postgres: nil
            case .ingest: "ingest"
            case .company: "company-worker"
            case .deal: "deal-worker"
            case .contact: "contact-worker"
            case .activity: "activity-worker"
            }
        }
    }

    private func storm(_ servers: TestServers, _ supervisor: StormSupervisor, seed: UInt64) async throws {
        var random = StormRandom(seed: seed)
        for blow in Blow.allCases.shuffled(using: &random) {
            try await Task.sleep(for: .milliseconds(Int.random(in: 0...1500, using: &random)))
            if let program = blow.program {
                try supervisor.crash(program)
            } else {
                try await strike(servers, blow == .postgres ? .postgres : .rabbitmq, random: &random)
            }
            // A program that ended by itself gave up, which it must never do.
            for program in StormSupervisor.programs {
                #expect(supervisor.fleet.running(program).count == 1, "\(program)")
            }
        }
    }

    /// An administrator's restart; in the long form now and then a crash.
    private func strike(
        _ servers: TestServers, _ server: TestServers.Server, random: inout StormRandom
    ) async throws {
        if Self.isFull, Int.random(in: 0..<3, using: &random) == 0 {
            try await servers.kill(server)
            try await servers.start(server)
        } else {
            try await servers.restart(server)
        }
    }

    private func end(_ fleet: FleetUnderTest, _ data: StormData) async throws {
        var random = StormRandom(seed: 0)
        try await StormTelling(fleet: fleet).accept(data.records, random: &random)
        let began = ContinuousClock.now
        let scene = try await fleet.scene()
        let canary = try await scene.company(siret: ValidSIRET.number(77), name: "Canari & Cie")
        let deal = try await scene.deal(of: canary)
        try await fleet.until(within: 150, "the canary arrives") {
            let affaires = try await scene.artis("affaires")
            return affaires.contains { $0["referenceExterne"]?.string == "deals:\(deal)" }
        }
        print("Show 7: the canary arrived after \(ContinuousClock.now - began)")
        try await fleet.expectExactEnd(within: 150)
        print("Show 7: calm after \(ContinuousClock.now - began)")
    }
}
