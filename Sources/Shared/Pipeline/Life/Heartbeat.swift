public import Database
import Glibc
public import Logging
public import Observability
import Runtime
public import ServiceLifecycle

/// Says every few seconds that this process lives and how many messages it holds: what the sweeper and the operator's
/// pages go by.
public struct Heartbeat: Service {
    private let database: Database
    private let owner: String
    private let program: String
    private let held: @Sendable () -> Int
    private let lamp: HealthLamp
    private let pulse: HealthPulse
    private let logger: Logger

    public init(
        database: Database, owner: String, program: String, held: @escaping @Sendable () -> Int, lamp: HealthLamp,
        pulse: HealthPulse, logger: Logger
    ) {
        self.database = database
        self.owner = owner
        self.program = program
        self.held = held
        self.lamp = lamp
        self.pulse = pulse
        self.logger = logger
    }

    public func run() async throws {
        repeat {
            pulse.beat()
            do throws(DatabaseError) {
                try await database.execute(beat)
                lamp.set(.well)
            } catch {
                lamp.set(.unwell("does not answer"))
                logger.debug("heartbeat not written", [.error: "\(error)"])
            }
        } while await Pause.wait(for: .seconds(5))
        _ = try? await database.execute(LeaveDuties(owner: owner))
        _ = try? await database.execute(LeaveWorkers(id: owner))
    }

    private var beat: BeatWorker {
        BeatWorker(
            id: owner, program: program, host: Host.name, pid: Int64(getpid()), version: Version.current, held: held())
    }
}
