import Domain
import HubSpot
import Runtime

/// Stands in line again when the limiter, or HubSpot, says "not now": for people, who would only call again themselves.
struct Patience: Sendable {
    /// A moment further off is told instead.
    var most: Duration = .seconds(60)
    var now: @Sendable () -> Instant = WallClock.now

    func call<Answer>(
        _ body: () async throws(HubSpotFailure) -> Answer
    ) async throws(HubSpotFailure) -> Answer {
        let end = now() + most
        while true {
            do throws(HubSpotFailure) { return try await body() } catch {
                guard case .notNow(let moment, _) = error else { throw error }
                let again = moment ?? now() + .seconds(1)
                guard again < end else { throw error }
                do { try await Task.sleep(for: max(.milliseconds(100), again - now())) } catch { throw .cancelled }
            }
        }
    }
}
