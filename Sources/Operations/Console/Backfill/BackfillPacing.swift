import Artis
import Domain
import HubSpot
import Oversight
import Runtime
import Synchronization

/// Repeats a search that could not be made just now: the line was long, the fleet keeps still after a 429, HubSpot was
/// away for a moment. Nothing is lost by giving up: the cursor stands where it was.
struct BackfillPacing: Sendable {
    /// A longer wait ends the command, which goes on where it was when it is started again.
    var patience: Duration = .seconds(120)
    var pause: Duration = .seconds(1)
    /// How often HubSpot may be away.
    var outages = 5
    var now: @Sendable () -> Instant = WallClock.now
    /// Calls to HubSpot, for people to see: those of the clients that `counting` has made.
    let calls = Calls()

    final class Calls: Sendable {
        private let count = Atomic<Int>(0)

        var made: Int { count.load(ordering: .relaxed) }
        func add() { count.add(1, ordering: .relaxed) }
    }

    /// The same client, whose calls are counted one by one: a question may take many.
    func counting(_ hubspot: HubSpotClient) -> HubSpotClient { hubspot.telling { [calls] in calls.add() } }

    func run<Answer>(
        _ search: () async throws(HubSpotFailure) -> Answer
    ) async throws -> Answer {
        var outages = outages
        while true {
            let failure: HubSpotFailure
            do throws(HubSpotFailure) { return try await search() } catch { failure = error }
            switch failure {
            case .notNow(let moment, _):
                let wait = max(pause, moment.map { $0 - now() } ?? pause)
                guard wait <= patience else { throw ConsoleFailure.hubspot(failure) }
                try await Task.sleep(for: wait)
            case .unavailable(_, let retryAfter) where outages > 0:
                outages -= 1
                try await Task.sleep(for: min(retryAfter ?? pause, patience))
            case .unavailable, .faulted, .unknownOutcome, .unauthorised, .refused, .cancelled:
                throw ConsoleFailure.hubspot(failure)
            }
        }
    }

    /// The same for artis, which has no line to stand in.
    func run<Answer>(_ question: () async throws(ArtisFailure) -> Answer) async throws -> Answer {
        var outages = outages
        while true {
            do throws(ArtisFailure) { return try await question() } catch {
                guard case .unavailable(_, let retryAfter) = error, outages > 0 else { throw ConsoleFailure.artis(error) }
                outages -= 1
                try await Task.sleep(for: min(retryAfter ?? pause, patience))
            }
        }
    }
}
