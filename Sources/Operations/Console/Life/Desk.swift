import Database
import Domain
import Logging
import Observability
import Oversight
import Runtime

/// Where a command works: the database, the screen it writes on, and who sits there.
struct Desk: Sendable {
    let database: Database
    /// Where that is: for the other ways there, such as the limiter's.
    let source: DatabaseSettings
    let screen: Screen
    /// Whom the audit names.
    let operatorName: String
    let logger: Logger
    /// Somebody sits there who can be asked.
    let asks: Bool

    init(
        database: Database, source: DatabaseSettings, screen: Screen, operatorName: String,
        logger: Logger = Logger(label: "passerelle"), asks: Bool = false
    ) {
        self.database = database
        self.source = source
        self.screen = screen
        self.operatorName = operatorName
        self.logger = logger
        self.asks = asks
    }

    /// Sits down with the settings of the environment, and gets up at the end. Ends the process with 78 when settings
    /// are missing or wrong.
    ///
    /// - Parameter anySchema: also on a schema that this program does not know.
    static func with<each Group: SettingsGroup>(
        _ groups: repeat (each Group).Type, anySchema: Bool = false,
        _ body: (Desk, repeat each Group) async throws -> Void
    ) async throws {
        let (process, source, rest) = Settings.readOrExit(
            ProcessSettings.self, DatabaseSettings.self, Together<repeat each Group>.self,
            words: { $0.text(.current) })
        let logger = Log.start(program: "passerelle", settings: quiet(process))
        let database = try await ask { () async throws(DatabaseError) in
            try Database(url: source.url.exposed, connections: 4, application: "passerelle", logger: logger)
        }
        defer { database.close() }
        let desk = Desk(
            database: database, source: source, screen: .standardOutput, operatorName: user(Settings.environment),
            logger: logger, asks: Confirmation.isPossible)
        if !anySchema { try await desk.checkSchema() }
        try await body(desk, repeat each rest.groups)
    }

    /// A person at a prompt is told what went wrong by the command itself, unless they ask for the log.
    private static func quiet(_ process: ProcessSettings) -> ProcessSettings {
        let asked = !(Settings.environment["LOG_LEVEL"] ?? "").isEmpty
        return ProcessSettings(logLevel: asked ? process.logLevel : .error, logFormat: process.logFormat ?? .text)
    }

    static func user(_ environment: [String: String]) -> String {
        environment["USER"].flatMap { $0.isEmpty ? nil : $0 } ?? "passerelle"
    }

    func checkSchema() async throws(ConsoleFailure) {
        let state = try await ask { () async throws(DatabaseError) in try await Migrator().check(database) }
        guard state.isUsable else { throw .schema(state) }
    }

    /// Who does things here by hand.
    var person: Operator { Operator(operatorName, at: database) }

    /// One row of the audit.
    func record(
        _ action: String, _ detail: String?, in runner: some StatementRunner
    ) async throws(DatabaseError) {
        _ = try await runner.first(RecordAction(by: operatorName, action, detail: detail))
    }
}
