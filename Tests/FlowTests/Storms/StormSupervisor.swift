import Glibc
import TestKit

/// Keeps a fleet's programs running as a supervisor of processes would, and kills them as a crash would.
struct StormSupervisor {
    let fleet: FleetUnderTest
    /// Processes of each program.
    let counts: [String: Int]

    static let programs = ["ingest"] + FleetUnderTest.workers

    func start() throws { try revive() }

    /// SIGKILL to one process of a program, which is started again at once.
    func crash(_ program: String) throws {
        fleet.running(program).first?.kill()
        try revive()
    }

    /// Starts what is missing.
    func revive() throws {
        for program in Self.programs {
            let missing = (counts[program] ?? 1) - fleet.running(program).count
            if missing > 0 { try fleet.start(program, count: missing) }
        }
    }
}
