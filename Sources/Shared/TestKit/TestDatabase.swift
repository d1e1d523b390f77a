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
        if migrated, address == nil {
            let name = try await TestStock.shared.take()
            let result = await use(name, on: try serverURL(), connections, deadline, body)
            await TestStock.shared.drop(name)
            return try result.get()
        }
        let server = try address ?? serverURL()
        let template = migrated ? try await TestTemplate.prepare(server: server) : "template0"
        let admin = try Database(url: server, connections: 1, application: "tests")
        defer { admin.close() }
        let name = freshName()
        try await admin.script("CREATE DATABASE \(name) TEMPLATE \(template)", within: .seconds(60))
        let result = await use(name, on: server, connections, deadline, body)
        // Not as part of the test's task, which may have been cancelled.
        await Task { try? await admin.script("DROP DATABASE \(name) WITH (FORCE)", within: .seconds(60)) }.value
        return try result.get()
    }

    private static func use<R>(
        _ name: String, on server: String, _ connections: Int, _ deadline: Duration, _ body: (TestDatabase) async throws -> R
    ) async -> Result<R, any Error> {
        do {
            let url = replaceDatabase(of: server, by: name)
            let database = try Database(url: url, connections: connections, application: "tests", deadline: deadline)
            defer { database.close() }
            return .success(try await body(TestDatabase(url: url, database: database)))
        } catch {
            return .failure(error)
        }
    }

    static func freshName() -> String { "passerelle_test_\(UInt64.random(in: .min ... .max))" }

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
