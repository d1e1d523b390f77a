import Database
import Domain
import Logging
import Observability
import Pipeline
import Runtime
import ServiceLifecycle

/// Sees the SIRET of every HubSpot company once, at the first start (R9): from then on each change is seen as it comes.
/// One process of the fleet at a time; what is done stays done over restarts.
struct SIRETScan: Service {
    let fleet: Fleet

    private static let duty: Duration = .seconds(120)

    func run() async throws {
        let reading = SIRETReading(database: fleet.database, hubspot: fleet.hubspot)
        var pause: Duration = .milliseconds(200)
        while await Pause.wait(for: pause) {
            pause = .seconds(2)
            guard !fleet.breakers.openSystems.contains(.hubspot) else { continue }
            let duty = TakeDuty("siret-scan", owner: fleet.owner, duration: Self.duty)
            guard try await fleet.database.first(duty) != nil else { continue }
            // Until the account has such a property there is nothing to see, and nothing to link by.
            guard let property = try? await fleet.references.current().siretProperty else { continue }
            do throws(PollFailure) {
                if try await reading.turn(property: property) {
                    await Pause.untilStop()
                    return
                }
                pause = .milliseconds(20)
            } catch {
                switch error {
                case .down(let cause): await fleet.breakers.trip(.hubspot, cause: cause)
                case .later(let cause), .database(let cause):
                    fleet.logger.info("scan of SIRETs put off", [.error: "\(cause)"])
                }
            }
        }
    }
}
