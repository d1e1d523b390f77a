import Artis
import Database
import Domain
import FoundationEssentials
import HTTP
import Logging
import Runtime
import TestKit

@testable import Ingest

/// The feed's reader between a real artis of the sandbox and a real database.
struct ArtisUnderTest {
    let sandbox: SandboxUnderTest
    let scene: Scene
    let artis: ArtisClient
    let test: TestDatabase

    static func run(_ body: (ArtisUnderTest) async throws -> Void) async throws {
        let temporary = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        let folder = "\(temporary)/passerelle-feed-\(UInt64.random(in: .min ... .max))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await TestDatabase.with { test in
            let sandbox = try await SandboxUnderTest(
                folder: folder, arguments: ["--fill", "account"], environment: ["ARTIS_API_KEY": "key"])
            let http = HTTPClient(
                limits: HTTPClientLimits(connections: 4), userAgent: "passerelle-tests", logger: Logger(label: "tests"))
            let artis = ArtisClient(transport: http, baseURL: sandbox.artis, key: Secret("key"))
            let result: Result<Void, any Error>
            do {
                let scene = try await Scene(sandbox)
                result = .success(
                    try await body(ArtisUnderTest(sandbox: sandbox, scene: scene, artis: artis, test: test)))
            } catch {
                result = .failure(error)
            }
            await http.shutdown()
            await sandbox.stop()
            try result.get()
        }
    }

    /// One turn of a reader that does not wait.
    ///
    /// - Returns: how far it has caught up.
    @discardableResult
    func turn(_ progress: CatchingUp = .done, wait: Duration = .zero) async throws -> CatchingUp {
        try await FeedReading(
            database: test.database, artis: artis, wait: wait, logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }
        ).turn(progress)
    }

    /// Turns until the feed is read from its place again, and nothing is left there.
    func turnToEnd() async throws {
        var last: String?
        while true {
            try await turn()
            let place = try await test.database.first(ReadCursor(FeedPlace.name))
            if place == last, try await test.database.first(ReadCursor(Comparison.name)) == nil { return }
            last = place
        }
    }

    /// How many changes each record was told.
    func told(_ kind: Kind) async throws -> [String: Int64] {
        Dictionary(uniqueKeysWithValues: try await test.database.run(SeeTold(kind: kind)))
    }

    func tiers(_ name: String) async throws -> String {
        try await scene.enter("tiers", ["raisonSociale": .string(name), "relation": "Prospect"])
    }

    func setHorizon(_ seconds: Int64) async throws {
        try await sandbox.artis(.put, "artis/reglages", ["horizonFluxSecondes": .init(integerLiteral: seconds)])
    }
}

private struct SeeTold: Statement {
    var kind: Kind
    static let sql = "SELECT artis_id, wanted FROM pair WHERE kind = $1 AND artis_id IS NOT NULL"
    var parameters: [Parameter] { [.text(kind.rawValue)] }
    static func decode(_ row: RowReader) throws(DatabaseError) -> (String, Int64) { (try row.text(0), try row.int(1)) }
}
