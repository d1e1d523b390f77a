public import Database
import Domain
public import Logging
import Observability
import Synchronization

/// The figures of the whole fleet, which stand in the database: every process that exposes them gives the same values, so
/// that a scraper takes the greatest. Asked for when somebody scrapes, at most once in a few seconds whoever asks; what is
/// too old is not shown, since a stale figure tells that all is well when nobody knows.
public actor FleetFigures {
    private static let stale: Duration = .seconds(60)
    /// Less than a scraper waits: a database that is away must not take the other figures along.
    private static let patience: Duration = .seconds(3)

    private let database: Database
    private let logger: Logger
    private let fresh: Duration
    private var asked: ContinuousClock.Instant?
    private nonisolated let held = Mutex<(figures: [FleetFigure], at: ContinuousClock.Instant)?>(nil)

    /// - Parameter fresh: how long an answer is good for.
    public init(database: Database, fresh: Duration = .seconds(5), logger: Logger) {
        self.fresh = fresh
        self.database = database
        self.logger = logger
    }

    /// What is known now.
    nonisolated var figures: [FleetFigure] {
        held.withLock { held in
            guard let held, held.at + Self.stale > .now else { return [] }
            return held.figures
        }
    }

    /// Asks the database, unless that was done a moment ago. Whoever asks meanwhile is answered by what is known.
    func refresh() async {
        if let asked, asked + fresh > .now { return }
        asked = .now
        if let figures = await read() {
            held.withLock { $0 = (figures, .now) }
        } else {
            logger.debug("figures not read")
        }
    }

    private nonisolated func read() async -> [FleetFigure]? {
        await withTaskGroup(of: [FleetFigure]?.self) { group in
            group.addTask { [database] in try? await database.run(ReadFigures()) }
            group.addTask {
                try? await Task.sleep(for: Self.patience)
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
    }
}
