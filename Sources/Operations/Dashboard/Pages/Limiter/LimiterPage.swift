import Database
import Domain
import Oversight
import Runtime

/// The fleet's calls to HubSpot against the limits that it keeps (R22, R23).
struct LimiterPage: Sendable {
    var limits: [Headroom]
    var calls: [CallPurpose: Int]
    var quota: ReadQuota.Row?
    var stamps: [PermitStamp]
    /// R22: what is wrong with the delay that artis names.
    var delay: CallDelay?

    /// What the time line shows.
    static let span = 120

    static func read(_ site: Site, _ visit: Visit) async throws(PageFault) -> LimiterPage {
        let reference = await site.reference()
        return try await site.ask { (database) async throws(DatabaseError) in
            LimiterPage(
                limits: try await database.headroom(), calls: try await database.callsToday(),
                quota: try await database.first(ReadQuota()),
                stamps: try await database.timeline(since: visit.now - .seconds(span)),
                delay: reference.map { CallDelay(parameter: $0.delay) })
        }
    }

    /// Calls a second that the spacing of a limit allows.
    func perSecond(_ limit: String, orElse usual: Duration) -> Double {
        let spacing = limits.first { $0.name == limit }?.spacing ?? usual
        return spacing > .zero ? 1 / spacing.seconds : 10
    }
}
