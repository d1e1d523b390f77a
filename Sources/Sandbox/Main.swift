import ArgumentParser
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@main
struct SandboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sandbox",
        abstract: "HubSpot and artis.net to try and test against, as two HTTP servers.",
        discussion: """
            Once both servers listen, one line on stdout tells where: {"artis":"http://…","hubspot":"http://…"}.
            Everything under /sandbox on either server is for you: calls seen, faults, records, settings.
            Secrets may come from HUBSPOT_ACCESS_TOKEN, ARTIS_API_KEY and HUBSPOT_WEBHOOK_SECRET instead.
            """,
        version: "sandbox 1.0.0")

    enum Fill: String, ExpressibleByArgument, CaseIterable { case sme, account, none }

    @Option(help: "Where HubSpot listens; port 0 lets the system choose.")
    var hubspotListen = ListenAddress.anyPort
    @Option(help: "Where artis.net listens.")
    var artisListen = ListenAddress.anyPort
    @Option(help: "A folder that keeps the state over a restart.")
    var folder: String?
    @Option(help: "Seed of the data and of the faults' dice.")
    var seed: UInt64 = 1
    @Option(help: "Data to begin with, when there is none: sme (a French company's), account (set up, no records) or none.")
    var fill = Fill.none
    @Option(help: "How many companies the data has.")
    var companies = 50
    @Option(help: "The token HubSpot wants; any is welcome when unset.")
    var hubspotToken: String?
    @Option(help: "The key artis.net wants; any is welcome when unset.")
    var artisKey: String?
    @Option(help: "Where HubSpot sends its webhooks.")
    var webhookUrl: String?
    @Option(help: "What the webhooks are signed with.")
    var webhookSecret: String?
    @Option(help: "Calls that HubSpot allows in ten seconds, searches apart.")
    var limitTenSeconds = 100
    @Option(help: "Searches that HubSpot allows in a second.")
    var limitSearches = 5
    @Option(help: "Calls that HubSpot allows in a day.")
    var limitDay = 250_000

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let recorder = Recorder()
        let faults = Faults(seed: seed)
        let hubspot = try HubSpotVendor(
            token: hubspotToken ?? environment["HUBSPOT_ACCESS_TOKEN"], folder: folder, settings: hubspotSettings(environment),
            seed: seed)
        let artis = try ArtisVendor(key: artisKey ?? environment["ARTIS_API_KEY"], folder: folder)
        if hubspot.isEmpty, artis.isEmpty {
            switch fill {
            case .sme: await Generator(seed: seed, companies: companies).fill(hubspot: hubspot, artis: artis)
            case .account: await Generator.furnish(hubspot: hubspot, artis: artis)
            case .none: break
            }
        }
        let listening = Listening()
        let control = Control(recorder: recorder, faults: faults)
        func application(_ vendor: any Vendor, _ address: ListenAddress) -> Application<Front> {
            Application(
                responder: Front(vendor: vendor, recorder: recorder, faults: faults, control: control),
                server: .http1(configuration: .init(additionalChannelHandlers: [ArrivalStamp()])),
                configuration: .init(address: .hostname(address.host, port: address.port)),
                onServerRunning: { channel in
                    listening.began(vendor.name, host: address.host, port: channel.localAddress?.port ?? 0)
                },
                logger: Self.logger)
        }
        let group = ServiceGroup(
            configuration: .init(
                services: [
                    VendorService(vendor: hubspot), VendorService(vendor: artis),
                    application(hubspot, hubspotListen), application(artis, artisListen),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: Self.logger))
        try await group.run()
    }

    private func hubspotSettings(_ environment: [String: String]) -> HubSpotSettings {
        var settings = HubSpotSettings()
        settings.tenSecondLimit = limitTenSeconds
        settings.searchLimit = limitSearches
        settings.dailyLimit = limitDay
        settings.webhooks.url = webhookUrl
        settings.webhooks.secret = webhookSecret ?? environment["HUBSPOT_WEBHOOK_SECRET"] ?? ""
        return settings
    }

    private static let logger: Logger = {
        var logger = Logger(label: "sandbox") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .error
        return logger
    }()
}
