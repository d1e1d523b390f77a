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

    private static let wait: Duration = .seconds(20)
    /// Longer than a call may take.
    private static let duty: Duration = .seconds(90)

    func run() async throws {
        let reading = FeedReading(
            database: fleet.database, artis: fleet.artis, wait: Self.wait, metrics: metrics, logger: fleet.logger)
        var pause: Duration = .zero
        var catchesUp = true
        while await Pause.wait(for: pause) {
            pause = .seconds(1)
            guard !fleet.breakers.openSystems.contains(.artis) else { continue }
            let duty = TakeDuty("feed", owner: fleet.owner, duration: Self.duty)
            guard try await fleet.database.first(duty) != nil else { continue }
            do throws(PollFailure) {
                catchesUp = try await reading.turn(catchingUp: catchesUp)
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
