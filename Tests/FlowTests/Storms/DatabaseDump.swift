import Database
import TestKit

/// The fleet's database as `pg_dump` wrote it, to be restored as the run book says: dropped, made anew, `pg_restore`.
struct DatabaseDump {
    private let fleet: FleetUnderTest
    private let file: String
    private var url: String { fleet.environment["DATABASE_URL"] ?? "" }

    static func take(of fleet: FleetUnderTest) async throws -> DatabaseDump {
        let dump = DatabaseDump(fleet: fleet, file: "\(fleet.folder)/passerelle.dump")
        try await dump.run("pg_dump", ["--format=custom", "--file=\(dump.file)", dump.url])
        return dump
    }

    /// Everything that was written since the dump is forgotten.
    func restore() async throws {
        let name = url.split(separator: "?")[0].split(separator: "/").last.map(String.init) ?? ""
        let admin = try Database(url: try TestDatabase.serverURL(), connections: 1, application: "tests")
        defer { admin.close() }
        try await admin.script("DROP DATABASE \(name) WITH (FORCE)", within: .seconds(60))
        try await admin.script("CREATE DATABASE \(name) TEMPLATE template0", within: .seconds(60))
        try await run("pg_restore", ["--exit-on-error", "--dbname=\(url)", file])
        // The tests' own connections were cut off.
        try await fleet.until("an answer of the restored database") {
            (try? await fleet.database.run(ReadCursor("start"))) != nil
        }
        // A dump is older in life: what somebody held then has run out long ago.
        try await fleet.database.script("DELETE FROM duty")
    }

    private func run(_ program: String, _ arguments: [String]) async throws {
        let process = try ChildProcess(
            "/usr/bin/\(program)", arguments: arguments, environment: [:], log: "\(fleet.folder)/\(program).log")
        let code = await process.wait()
        guard code == 0 else {
            throw SandboxUnderTest.Refused(description: fleet.log(of: program).joined(separator: "\n"))
        }
    }
}
