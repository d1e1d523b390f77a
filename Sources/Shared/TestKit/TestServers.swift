import FoundationEssentials

/// A RabbitMQ and a PostgreSQL of a test's own, to be restarted and killed: `bin/servers` in a temporary folder.
public final class TestServers: Sendable {
    public enum Server: String, Sendable { case rabbitmq, postgres }

    public let addresses: ServerAddresses
    private let folder: String

    public struct Failed: Error {
        public var command: String
        public var code: Int32
    }

    /// Starts them, runs `body`, and stops them.
    public static func run(_ body: (TestServers) async throws -> Void) async throws {
        let folder = TemporaryFolder.make()
        let servers: TestServers
        do {
            _ = try await command(["start"], folder)
            let lines = try await command(["env"], folder)
            servers = TestServers(addresses: try ServerAddresses(lines: lines), folder: folder)
        } catch {
            _ = try? await command(["stop"], folder)
            throw error
        }
        let result: Result<Void, any Error>
        do { result = .success(try await body(servers)) } catch { result = .failure(error) }
        _ = try? await command(["stop"], folder)
        try? FileManager.default.removeItem(atPath: folder)
        try result.get()
    }

    private init(addresses: ServerAddresses, folder: String) {
        self.addresses = addresses
        self.folder = folder
    }

    /// Stops and starts, as an administrator would: same ports, data kept.
    public func restart(_ server: Server) async throws {
        _ = try await Self.command(["restart", server.rawValue], folder)
    }

    /// SIGKILL, as a crash would; `start` brings it back with its data.
    public func kill(_ server: Server) async throws { _ = try await Self.command(["kill", server.rawValue], folder) }

    public func start(_ server: Server) async throws { _ = try await Self.command(["start", server.rawValue], folder) }

    private static func command(_ arguments: [String], _ folder: String) async throws -> String {
        let root = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }
        let process = try ChildProcess(
            root + "/bin/servers", arguments: [arguments[0], "--dir", folder + "/servers"] + arguments.dropFirst(),
            environment: ["TMPDIR": folder], log: folder + "/servers.log")
        let output = await process.everything()
        let code = await process.wait()
        guard code == 0 else { throw Failed(command: arguments.joined(separator: " "), code: code) }
        return output
    }
}
