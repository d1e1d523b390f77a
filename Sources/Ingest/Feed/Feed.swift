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
    /// For how long HubSpot is waited for at the start.
    private static let patience: Duration = .seconds(60)

    func run() async throws {
        let reading = FeedReading(
            database: fleet.database, artis: fleet.artis, wait: Self.wait, metrics: metrics, logger: fleet.logger)
        var pause: Duration = .zero
        var catchesUp = true
        let begun = ContinuousClock.now
        var companiesAreSeen = false
        while await Pause.wait(for: pause) {
            pause = .seconds(1)
            if !companiesAreSeen {
                companiesAreSeen = await seeCompanies() || ContinuousClock.now - begun > Self.patience
                guard companiesAreSeen else { continue }
            }
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

    /// HubSpot's companies first, also those that nobody told while this process, or a database restored since, was away: a
    /// tiers that the feed tells of is looked up among them, and would be made a second time (R9). Where another process
    /// polls them they are known.
    private func seeCompanies() async -> Bool {
        guard fleet.breakers.openSystems.isEmpty, (try? await fleet.references.current()) != nil else { return false }
        let duty = TakeDuty("poll.company", owner: fleet.owner, duration: Self.duty)
        do {
            guard try await fleet.database.first(duty) != nil else { return true }
            var memory = PollMemory()
            try await Poll(.company, of: fleet, metrics).run(remembering: &memory)
            return true
        } catch {
            return false
        }
    }
}
