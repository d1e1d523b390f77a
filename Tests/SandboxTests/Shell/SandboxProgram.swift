import Foundation
import FoundationNetworking
import Testing

@testable import Sandbox

/// The built program, running.
final class SandboxProgram: Sendable {
    let process = Process()
    private let session = URLSession(configuration: .ephemeral)
    let hubspot: String
    let artis: String

    /// Starts it beside the tests' own binary, and waits for its line.
    init(_ arguments: [String] = []) throws {
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let folder = URL(fileURLWithPath: tests).deletingLastPathComponent()
        process.executableURL = folder.appendingPathComponent("sandbox")
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        var line = Data()
        while line.last != UInt8(ascii: "\n") {
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else { break }
            line += more
        }
        let ready = try JSONReader.read(Array(line))
        hubspot = try #require(ready["hubspot"]?.text)
        artis = try #require(ready["artis"]?.text)
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    /// Asks it to end; its exit code.
    func stop(_ signal: Int32 = SIGTERM) -> Int32 {
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        return process.terminationStatus
    }

    @discardableResult
    func send(_ method: String, _ path: String, _ body: JSON? = nil) async throws -> (status: Int, json: JSON) {
        var request = URLRequest(url: try #require(URL(string: hubspot + path)))
        request.httpMethod = method
        request.setValue("Bearer t", forHTTPHeaderField: "Authorization")
        if let body {
            request.httpBody = Data(body.bytes)
            request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        }
        let (data, response) = try await session.data(for: request)
        return ((response as? HTTPURLResponse)?.statusCode ?? 0, (try? JSONReader.read(Array(data))) ?? .null)
    }
}
