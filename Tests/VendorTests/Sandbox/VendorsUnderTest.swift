import Artis
import Domain
import FoundationEssentials
import HTTP
import HubSpot
import Logging
import Runtime
import TestKit

/// Our clients against the sandbox program, which knows neither of them: an account that is set up by the book.
struct VendorsUnderTest {
    let sandbox: SandboxUnderTest
    let scene: Scene
    let hubspot: HubSpotClient
    let artis: ArtisClient

    /// - Parameter settings: of the sandbox's HubSpot.
    static func run(
        _ settings: [String: JSON] = [:], _ body: (VendorsUnderTest) async throws -> Void
    ) async throws {
        let temporary = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        let folder = "\(temporary)/passerelle-vendors-\(UInt64.random(in: .min ... .max))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let secrets = ["HUBSPOT_ACCESS_TOKEN": hubspotToken, "ARTIS_API_KEY": artisKey]
        let sandbox = try await SandboxUnderTest(
            folder: folder, arguments: ["--fill", "account"], environment: secrets)
        let http = HTTPClient(
            limits: HTTPClientLimits(connections: 4), userAgent: "passerelle-tests", hook: { _ in .granted },
            logger: Logger(label: "tests"))
        let result: Result<Void, any Error>
        do {
            let free: [String: JSON] = [
                "ten_second_limit": 10_000, "search_limit": 1_000, "search_lag_ms": 0,
            ]
            try await sandbox.hubspot(.patch, "hubspot/settings", .object(free.merging(settings) { $1 }))
            let vendors = VendorsUnderTest(
                sandbox: sandbox, scene: try await Scene(sandbox),
                hubspot: HubSpotClient(
                    transport: http, baseURL: sandbox.hubspot, token: Secret(hubspotToken), pace: .silent),
                artis: ArtisClient(transport: http, baseURL: sandbox.artis, key: Secret(artisKey)))
            result = .success(try await body(vendors))
        } catch {
            result = .failure(error)
        }
        await http.shutdown()
        await sandbox.stop()
        try result.get()
    }

    /// What both systems define, as the fleet fetches it.
    func reference() async throws -> ReferenceData {
        ReferenceData(
            people: People(
                owners: try await hubspot.owners(for: reads), collaborateurs: try await artis.people()),
            pipelines: try await hubspot.pipelines(for: reads), lifecycleStages: .standard,
            civilities: try await artis.labels(.qualitePersonne), roles: try await artis.labels(.roleCommercial),
            actions: try await artis.actionTable(), trigger: Scene.trigger, delay: nil,
            zone: AccountZone.offsets(of: try await hubspot.accountZone(for: reads)), siretProperty: "SIRET")
    }
}
