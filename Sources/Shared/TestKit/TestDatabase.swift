public import Database
import FoundationEssentials

/// A database of a test's own on the real server that `bin/test` starts: made from a template, dropped at the end.
///
///     try await TestDatabase.with { test in
///         try await test.database.execute(…)
///     }
public struct TestDatabase: Sendable {
    public let url: String
    public let database: Database

    /// - Parameters:
    ///   - address: of the server; the one that `bin/test` started when it is left out.
    ///   - migrated: false for an empty database.
    ///   - body: gets a database nobody else knows; its connections are cut off when it returns.
    @discardableResult
    public static func with<R>(
        on address: String? = nil, connections: Int = 4, migrated: Bool = true, deadline: Duration = .seconds(20),
        _ body: (TestDatabase) async throws -> R
    ) async throws -> R {
        let server = try address ?? serverURL()
        let admin = try Database(url: server, connections: 1, application: "tests")
        defer { admin.close() }
        let template = migrated ? try await TestTemplate.prepare(on: admin, server: server) : "template0"
        let name = "passerelle_test_\(UInt64.random(in: .min ... .max))"
        try await admin.script("CREATE DATABASE \(name) TEMPLATE \(template)", within: .seconds(60))
        let url = replaceDatabase(of: server, by: name)
        let database = try Database(url: url, connections: connections, application: "tests", deadline: deadline)
        let result: Result<R, any Error>
        do { result = .success(try await body(TestDatabase(url: url, database: database))) } catch {
            result = .failure(error)
        }
        database.close()
        // Not as part of the test's task, which may have been cancelled.
        await Task { try? await admin.script("DROP DATABASE \(name) WITH (FORCE)", within: .seconds(60)) }.value
        return try result.get()
    }

    /// The server that tests may make databases on.
    public static func serverURL() throws -> String {
        guard let url = ProcessInfo.processInfo.environment["PASSERELLE_TEST_DATABASE_URL"], !url.isEmpty else {
            throw MissingServer(variable: "PASSERELLE_TEST_DATABASE_URL")
        }
        return url
    }

    /// `url` with the path replaced: another database of the same server.
    static func replaceDatabase(of url: String, by name: String) -> String {
        let parts = url.split(separator: "?", maxSplits: 1)
        let pieces = parts[0].split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        let query = parts.count > 1 ? "?\(parts[1])" : ""
        return "\(pieces[0])//\(pieces.count > 2 ? String(pieces[2]) : "")/\(name)\(query)"
    }
}
