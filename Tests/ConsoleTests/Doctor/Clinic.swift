import Database
import Domain
import FoundationEssentials
import HTTP
import Logging
import Messaging
import Pipeline
import Runtime
import Synchronization
import TestKit
import Testing

@testable import Console

/// A doctor, a `setup` and their two patients: the real programs' own code against the sandbox, a database and a broker
/// of the test's own, through the limiter.
final class Clinic: Sendable {
    let bench: Bench
    let scene: Scene
    let fleet: Fleet
    let settings: Mutex<SettingsFacts>
    let broker: Mutex<BrokerSettings>
    var sandbox: SandboxUnderTest { scene.sandbox }

    private init(bench: Bench, scene: Scene, fleet: Fleet, broker: BrokerSettings) {
        self.bench = bench
        self.scene = scene
        self.fleet = fleet
        settings = Mutex(SettingsFacts())
        self.broker = Mutex(broker)
    }

    /// - Parameter fill: what the sandbox begins with.
    static func open(fill: String = "account", _ body: (Clinic) async throws -> Void) async throws {
        let folder = "\(ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp")/clinic-\(UInt64.random(in: .min ... .max))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let secrets = ["HUBSPOT_ACCESS_TOKEN": "pat", "ARTIS_API_KEY": "key"]
        let sandbox = try await SandboxUnderTest(folder: folder, arguments: ["--fill", fill], environment: secrets)
        let result: Result<Void, any Error>
        do { result = .success(try await admit(sandbox, body)) } catch { result = .failure(error) }
        await sandbox.stop()
        try result.get()
    }

    private static func admit(_ sandbox: SandboxUnderTest, _ body: (Clinic) async throws -> Void) async throws {
        try await sandbox.hubspot(.patch, "hubspot/settings", ["ten_second_limit": 10_000, "search_limit": 1_000, "search_lag_ms": 0])
        let hubspot = HubSpotSettings(baseURL: try #require(BaseURL(sandbox.hubspot)), token: Secret("pat"))
        let artis = ArtisSettings(baseURL: try #require(BaseURL(sandbox.artis)), apiKey: Secret("key"))
        let broker = try await TestBroker.make()
        try await Bench.with(language: .fr) { bench in
            // As fast as the sandbox goes; the limiter itself is asked for every call.
            try await bench.database.script("UPDATE rate_limit SET spacing = '1 ms'")
            try await bench.desk.withFleet(hubspot, artis) { fleet in
                try await body(
                    Clinic(bench: bench, scene: try await Scene(sandbox), fleet: fleet, broker: try settings(broker)))
            }
        }
        await broker.remove()
    }

    static func settings(_ broker: TestBroker) throws -> BrokerSettings {
        BrokerSettings(
            address: try BrokerAddress(parsing: broker.url),
            management: CredentialURL(broker.managementURL, schemes: ["http"]))
    }

    /// What the doctor says, in French.
    func examine() async -> CheckUp { await doctor.examine(.fr) }

    private var doctor: Doctor {
        Doctor(
            settings.withLock { $0 }, desk: bench.desk,
            broker: BrokerReader(settings: broker.withLock { $0 }, logger: bench.desk.logger), hubspot: fleet.hubspot,
            artis: fleet.artis)
    }

    /// The lines that are not fine.
    func complaints() async -> [Check] { await examine().checks.filter { $0.level != .ok } }

    /// The same of a broker that was read already.
    func complaints(broker: Found<BrokerFacts>) async -> [Check] {
        Verdicts(language: .fr).check(await doctor.facts(broker: broker)).filter { $0.level != .ok }
    }

    func readBroker() async -> Found<BrokerFacts> { await doctor.readBroker() }

    @discardableResult
    func setUp(dryRun: Bool = false) async throws -> Bool {
        let setup = Setup(
            desk: bench.desk, hubspot: fleet.hubspot, artis: ArtisReader(artis: fleet.artis),
            pipeline: settings.withLock { $0.pipeline })
        return try await setup.run(dryRun: dryRun, sure: true)
    }

    /// Mends what the sandbox's account has on purpose: an option and a stage too many, a user whom artis does not know, a
    /// salesperson of artis who has left HubSpot.
    func byTheBook() async throws {
        try await setOptions(Self.codes)
        try await deleteStage("Signature")
        try await person("CO9001", "stage@atelier-lumen.example")
        try await person("CO0007", "remi.guerin@atelier-lumen.example", active: false)
        let address = broker.withLock { $0.address }
        try await Inspector(address: address, connectionName: "tests").declare()
    }
}
