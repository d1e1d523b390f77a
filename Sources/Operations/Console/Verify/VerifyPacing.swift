import Domain
import HubSpot
import Oversight
import Pipeline
import Runtime

/// Repeats a look that could not be made just now: the line was long, or a system was away for a moment. Nothing is lost
/// by giving up: nothing was written.
struct VerifyPacing: Sendable {
    /// A longer wait ends the command.
    var patience: Duration = .seconds(120)
    var pause: Duration = .seconds(1)
    /// How often in a row a system may be away.
    var outages = 5
    var now: @Sendable () -> Instant = WallClock.now

    func run<Answer>(_ look: () async throws(StepFailure) -> Answer) async throws -> Answer {
        var outages = outages
        while true {
            let failure: StepFailure
            do throws(StepFailure) { return try await look() } catch { failure = error }
            switch failure {
            case .later(let moment, _), .locked(let moment):
                let wait = max(pause, moment.map { $0 - now() } ?? pause)
                guard wait <= patience else { throw ConsoleFailure(failure) }
                try await Task.sleep(for: wait)
            case .down where outages > 0:
                outages -= 1
                try await Task.sleep(for: pause)
            case .down, .faulted, .forbidden, .database, .cancelled: throw ConsoleFailure(failure)
            }
        }
    }
}

extension ConsoleFailure {
    init(_ failure: StepFailure) {
        switch failure {
        case .database(let error): self = .database(error)
        case .later(_, let reason): self = .notReady(reason)
        case .locked: self = .notReady(HubSpotFailure.recordLocked)
        case .down(let system, let cause), .faulted(let system, let cause):
            self = .notReady("\(system.name): \(cause)")
        case .forbidden(let cause): self = .notReady("HubSpot: \(cause)")
        case .cancelled: self = .notReady("cancelled")
        }
    }
}
