import Database
import Domain
import Logging
import Observability
import Runtime

/// Where a command works: the database, the screen it writes on, and who sits there.
struct Desk: Sendable {
    let database: Database
    let screen: Screen
    /// Whom the audit names.
    let operatorName: String
    let logger: Logger

    init(database: Database, screen: Screen, operatorName: String, logger: Logger = Logger(label: "passerelle")) {
        self.database = database
        self.screen = screen
        self.operatorName = operatorName
        self.logger = logger
    }

    /// Sits down with the settings of the environment, and gets up at the end. Ends the process with 78 when settings
    /// are missing or wrong.
    ///
    /// - Parameter anySchema: also on a schema that this program does not know.
    static func with<each Group: SettingsGroup>(
        _ groups: repeat (each Group).Type, anySchema: Bool = false,
        _ body: (Desk, repeat each Group) async throws -> Void
    ) async throws {
        let (process, settings, rest) = Self.settings(repeat each groups)
        let logger = Log.start(program: "passerelle", settings: process)
        let url = settings.url.exposed
        let database = try await ask { () async throws(DatabaseError) in
            try Database(url: url, connections: 4, application: "passerelle", logger: logger)
        }
        defer { database.close() }
        let desk = Desk(
            database: database, screen: .standardOutput, operatorName: Self.user(Settings.environment), logger: logger)
        if !anySchema { try await desk.checkSchema() }
        try await body(desk, repeat each rest)
    }

    private static func settings<each Group: SettingsGroup>(
        _ groups: repeat (each Group).Type
    ) -> (ProcessSettings, DatabaseSettings, (repeat each Group)) {
        let (process, database) = Settings.readOrExit(ProcessSettings.self, DatabaseSettings.self)
        let rest = Settings.readOrExit(repeat each groups)
        // A person at a prompt is told what went wrong by the command itself.
        let isSilent = Settings.environment["LOG_LEVEL"]?.isEmpty ?? true
        return (ProcessSettings(logLevel: isSilent ? .error : process.logLevel, logFormat: .text), database, rest)
    }

    static func user(_ environment: [String: String]) -> String {
        environment["USER"].flatMap { $0.isEmpty ? nil : $0 } ?? "passerelle"
    }

    func checkSchema() async throws(ConsoleFailure) {
        let state = try await ask { () async throws(DatabaseError) in try await Migrator().check(database) }
        guard state == .current else { throw .schema(state) }
    }

    /// One row of the audit.
    func record(
        _ action: String, _ detail: String?, in runner: some StatementRunner
    ) async throws(DatabaseError) {
        try await runner.execute(RecordAction(by: operatorName, action, detail: detail))
    }
}
