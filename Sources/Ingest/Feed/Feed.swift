import Database
import Domain
import Logging
import Observability
import Pipeline
import Runtime
import ServiceLifecycle

/// Reads the change feed of artis.net, one process of the fleet at a time. An answer that is waited for costs nobody
/// anything, so changes are known within moments.
struct Feed: Service {
    let fleet: Fleet
    let metrics: IntakeMetrics
    /// Waited for before the first turn: a tiers that the feed tells of is looked up among HubSpot's companies, and would be
    /// made a second time where those that nobody told are not known (R9).
    let companies: CompaniesSeen

    private static let wait: Duration = .seconds(20)
    /// Longer than a call may take.
    private static let duty: Duration = .seconds(90)
    /// For how long HubSpot is waited for at the start.
    private static let patience: Duration = .seconds(60)

    func run() async throws {
        let reading = FeedReading(
            database: fleet.database, artis: fleet.artis, wait: Self.wait, metrics: metrics, logger: fleet.logger)
        var pause: Duration = .zero
        var progress = CatchingUp.begins
        let begun = ContinuousClock.now
        while await Pause.wait(for: pause) {
            pause = .seconds(1)
            guard companies.areSeen || ContinuousClock.now - begun > Self.patience else { continue }
            guard !fleet.breakers.openSystems.contains(.artis) else { continue }
            let duty = TakeDuty("feed", owner: fleet.owner, duration: Self.duty)
            guard try await fleet.database.first(duty) != nil else { continue }
            do throws(PollFailure) {
                progress = try await reading.turn(progress)
                pause = .milliseconds(20)
            } catch {
                // A wait that was ended because the program ends is no fault.
                if Task.isShuttingDownGracefully { return }
                switch error {
                case .down(let cause): await fleet.breakers.trip(.artis, cause: cause)
                case .later(let cause), .database(let cause):
                    fleet.logger.info("feed put off", [.error: "\(cause)"])
                }
            }
        }
    }
}
