import Database
import Domain
import Foundation
import TestKit
import Testing

@Suite struct KilledClientTests {
    @Test("A caller killed with -9 while it stands in line gives its place to the next")
    func killed() async throws {
        let slow = Pace(delay: .seconds(600), windowMax: 100_000)
        try await TestDatabase.withLimiter(slow) { test, limiter in
            #expect(await limiter.ask() == .granted)
            let client = Process()
            client.executableURL = URL(filePath: "/usr/bin/env")
            // The limiter's own sessions ask for the same check of their client.
            client.environment = ProcessInfo.processInfo.environment
                .merging(["PGOPTIONS": "-c client_connection_check_interval=500"]) { $1 }
            client.arguments = ["psql", test.url, "-c", "SELECT take_permit('read', 'live', false, 900000)"]
            try client.run()
            try await eventually("it does not stand") { try await test.database.first(LineLength()) == 1 }
            kill(client.processIdentifier, SIGKILL)
            client.waitUntilExit()
            try await eventually("its place is held") { try await test.database.first(LineLength()) == 0 }
            try await test.database.setPace(Pace(delay: .milliseconds(1), windowMax: 100_000))
            #expect(await limiter.ask() == .granted)
        }
    }

    @Test("The limiter's sessions have the server look after their death, twice a second")
    func check() async throws {
        try await TestDatabase.with(migrated: false) { test in
            let session = try BlockingSession(url: test.url, application: "tests", longest: .seconds(10))
            let found = await onThread {
                Result { () throws(DatabaseError) in
                    try session.run(Setting(name: "client_connection_check_interval"), within: .seconds(10))
                }
            }
            #expect(try found.get() == ["500ms"])
        }
    }
}
