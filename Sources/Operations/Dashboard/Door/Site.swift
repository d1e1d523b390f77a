import Database
import Domain
import Logging
import Oversight
import Runtime
import Synchronization

/// What all pages share.
final class Site: Sendable {
    let database: Database
    let password: Password?
    let seal: Seal
    let throttle = Mutex(Throttle())
    /// The account's time zone, once the fleet has read it.
    let zone: @Sendable () async -> ZoneOffsets
    let clock: @Sendable () -> Instant
    let logger: Logger

    init(
        database: Database, password: Secret?, zone: @escaping @Sendable () async -> ZoneOffsets = { .utc },
        clock: @escaping @Sendable () -> Instant = WallClock.now, logger: Logger
    ) {
        self.database = database
        self.password = password.map(Password.init)
        seal = Seal(password: password)
        self.zone = zone
        self.clock = clock
        self.logger = logger
    }

    /// Signing in is asked for; else only this machine is let in.
    var isClosed: Bool { password != nil }
}
