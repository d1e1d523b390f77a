
import FoundationEssentials
public import HTTP
import Logging

/// The sandbox as a process of its own, and the end-points by which a test plays the people of both systems and judges
/// what happened.
public final class SandboxUnderTest: Sendable {
    public let process: ChildProcess
    public let hubspot: String
    public let artis: String
    private let token: String
    private let key: String
    private let client: HTTPClient

    public struct Refused: Error, CustomStringConvertible {
        public var description: String

        public init(description: String) { self.description = description }
    }

    /// - Parameter arguments: beside the addresses; see `sandbox --help`.
    public init(folder: String, arguments: [String], environment: [String: String]) async throws {
        process = try ChildProcess(
            Built.program("sandbox"), arguments: arguments, environment: environment, log: folder + "/sandbox.log")
        guard let line = await process.firstLine(), let json = try? JSON.parse(Array(line.utf8)),
            let hubspot = json["hubspot"]?.string, let artis = json["artis"]?.string
        else { throw Refused(description: "the sandbox did not start, see \(folder)/sandbox.log") }
        (self.hubspot, self.artis) = (hubspot, artis)
        token = environment["HUBSPOT_ACCESS_TOKEN"] ?? ""
        key = environment["ARTIS_API_KEY"] ?? ""
        client = HTTPClient(
            limits: HTTPClientLimits(connections: 8, maxResponseBytes: 256 << 20), userAgent: "passerelle-tests",
            logger: Logger(label: "tests"))
    }

    public func stop() async {
        await client.shutdown()
        await process.stop()
    }

    /// A call below `/sandbox` of HubSpot's server.
    @discardableResult
    public func hubspot(_ method: HTTPRequest.Method, _ path: String, _ body: JSON? = nil) async throws -> JSON {
        try await call(method, "\(hubspot)/sandbox/\(path)", body)
    }

    /// A call below `/sandbox` of artis' server.
    @discardableResult
    public func artis(_ method: HTTPRequest.Method, _ path: String, _ body: JSON? = nil) async throws -> JSON {
        try await call(method, "\(artis)/sandbox/\(path)", body)
    }

    /// A call of HubSpot's own API, as an administrator's script makes it.
    @discardableResult
    public func api(_ method: HTTPRequest.Method, _ path: String, _ body: JSON? = nil) async throws -> JSON {
        try await call(method, hubspot + path, body, ["authorization": "Bearer \(token)"])
    }

    /// A call of artis' port, as a stranger's program makes it.
    @discardableResult
    public func port(_ method: HTTPRequest.Method, _ path: String, _ body: JSON? = nil) async throws -> JSON {
        try await call(method, artis + path, body, ["authorization": "Bearer \(key)"])
    }

    private func call(
        _ method: HTTPRequest.Method, _ url: String, _ body: JSON?, _ more: HTTPHeaders = [:]
    ) async throws -> JSON {
        var headers = more
        headers["content-type"] = "application/json"
        let answer = try await client.send(
            HTTPRequest(method, url, headers: headers, body: body?.serialise(), deadline: .seconds(60)))
        guard (200...299).contains(answer.status) else {
            throw Refused(description: "\(method.rawValue) \(url): \(answer.status) \(String(decoding: answer.body, as: UTF8.self))")
        }
        return answer.body.isEmpty ? .null : try JSON.parse(answer.body)
    }
}
