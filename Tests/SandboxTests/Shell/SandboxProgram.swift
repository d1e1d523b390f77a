import Foundation
import Testing

@testable import Sandbox

/// The built program, running.
final class SandboxProgram: Sendable {
    let process = Process()
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
        let port = try #require(hubspot.split(separator: ":").last.flatMap { Int($0) })
        var headers = ["authorization": "Bearer t"]
        if body != nil { headers["content-type"] = "application/json" }
        let reply = try await Wire.send(method, port: port, path, headers: headers, body: body?.bytes ?? [])
        return (reply.status, (try? JSONReader.read(reply.body)) ?? .null)
    }
}
