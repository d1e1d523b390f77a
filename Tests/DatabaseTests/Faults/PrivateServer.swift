import Foundation
import TestKit

/// A PostgreSQL of one test's own, which may be stopped without harm to the others.
struct PrivateServer: Sendable {
    let folder: String

    private static let script = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../bin/servers").standardized.path

    /// Starts one beside the servers of the tests, and removes it after `body`.
    static func with(_ body: (PrivateServer) async throws -> Void) async throws {
        guard let beside = ProcessInfo.processInfo.environment["PASSERELLE_TEST_SERVERS"], !beside.isEmpty else {
            throw MissingServer(variable: "PASSERELLE_TEST_SERVERS")
        }
        let server = PrivateServer(folder: "\(beside)-restarted-\(UInt32.random(in: .min ... .max))")
        let result: Result<Void, any Error>
        do {
            try await server.tell("start")
            result = .success(try await body(server))
        } catch {
            result = .failure(error)
        }
        // Both, because only then is the folder removed too.
        _ = await shell([script, "stop", "--dir", server.folder])
        try result.get()
    }

    func tell(_ command: String) async throws {
        let answer = await shell([Self.script, command, "--dir", folder, "postgres"])
        guard answer.code == 0 else { throw ServerFailure(said: answer.output) }
    }

    func url() async throws -> String {
        let lines = await shell([Self.script, "env", "--dir", folder]).output.split(separator: "\n")
        let line = lines.first { $0.hasPrefix("PASSERELLE_TEST_DATABASE_URL=") }
        guard let quoted = line?.split(separator: "'").last else { throw ServerFailure(said: "no URL") }
        return String(quoted)
    }

    struct ServerFailure: Error { let said: String }
}
