public import Database
import Domain
import FoundationEssentials
public import Logging
import Observability
public import Runtime

/// Puts the delay that artis names in force for the whole fleet (R22), with this installation's limits (R23).
public struct PaceSetting: Sendable {
    private let database: Database
    private let settings: HubSpotSettings
    private let logger: Logger

    public init(database: Database, settings: HubSpotSettings, logger: Logger) {
        self.database = database
        self.settings = settings
        self.logger = logger
    }

    /// Reads what is at hand and tells the limiter; what has not changed is not written.
    ///
    /// - Parameter isNews: whether what is at hand has just changed: a warning is told once, not every half minute.
    public func apply(isNews: Bool = true) async {
        do throws(DatabaseError) {
            let rows = try await database.run(ReadReferences())
            let zone = rows.first { $0.key == ReferenceKey.account.rawValue }?.value
                .flatMap { try? JSONDecoder().decode(ZoneOffsets.self, from: Data($0.utf8)) }?.name
            let delay = CallDelay(kept: rows) ?? CallDelay(parameter: nil)
            if isNews, delay.warning != nil {
                logger.warning("HUBSPOT_DELAI_APPELS is advised against", [.delayMilliseconds: "\(delay.milliseconds)"])
            }
            try await database.setPace(
                Pace(
                    delay: .milliseconds(delay.milliseconds), windowMax: settings.windowMax,
                    searchesPerSecond: settings.searchPerSecond, reserve: settings.dailyReserve, zone: zone))
        } catch {
            logger.warning("pace not set", [.error: "\(error)"])
        }
    }
}
