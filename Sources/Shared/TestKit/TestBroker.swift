
import FoundationEssentials
import HTTP
import Logging

/// A virtual host of a test's own on the broker that `bin/test` starts, with the policies that the fleet is shipped
/// with (docker/rabbitmq/definitions.json).
public struct TestBroker: Sendable {
    public let url: String
    /// The management end-point, with its credentials.
    public let managementURL: String
    let virtualHost: String

    /// - Parameter servers: those that `bin/test` started when they are left out.
    public static func make(on servers: ServerAddresses? = nil) async throws -> TestBroker {
        let servers = try servers ?? .given()
        let name = "passerelle-test-\(UInt64.random(in: .min ... .max))"
        let broker = TestBroker(
            url: servers.amqp.split(separator: "/").dropLast().joined(separator: "/").replacing(":/", with: "://") + "/\(name)",
            managementURL: servers.management, virtualHost: name)
        try await broker.furnish()
        return broker
    }

    private func furnish() async throws {
        try await call(.put, "vhosts/\(virtualHost)", body: nil)
        try await call(.post, "definitions/\(virtualHost)", body: Array(Self.definitions))
    }

    /// Takes everything away that programs made in it.
    func empty() async throws {
        try await call(.delete, "vhosts/\(virtualHost)", body: nil)
        try await furnish()
    }

    public func remove() async { try? await call(.delete, "vhosts/\(virtualHost)", body: nil) }

    /// Rewrites the delivery limit of the policies that it was made with.
    func setDeliveryLimit(_ limit: Int) async throws {
        for policy in try JSON.parse(Array(Self.definitions))["policies"]?.array ?? [] {
            var members = policy.object ?? [:]
            var definition = members["definition"]?.object ?? [:]
            definition["delivery-limit"] = JSON(integerLiteral: Int64(limit))
            members["definition"] = .object(definition)
            try await call(.post, "definitions/\(virtualHost)", body: JSON.object(["policies": .array([.object(members)])]).serialise())
        }
    }

    /// Only what belongs to a virtual host: its policies.
    private static var definitions: Data {
        get throws {
            let root = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }
            let text = try Data(contentsOf: URL(filePath: root + "/docker/rabbitmq/definitions.json"))
            let policies = try JSON.parse(Array(text))["policies"] ?? .array([])
            return Data(JSON.object(["policies": policies]).serialise())
        }
    }

    private func call(_ method: HTTPRequest.Method, _ path: String, body: [UInt8]?) async throws {
        let address = CredentialedURL(managementURL)
        var headers: HTTPHeaders = ["content-type": "application/json"]
        headers["authorization"] = "Basic " + Data("\(address.user):\(address.password)".utf8).base64EncodedString()
        let client = HTTPClient(userAgent: "passerelle-tests", logger: Logger(label: "tests"))
        let answer = try await client.send(HTTPRequest(method, "\(address.bare)/api/\(path)", headers: headers, body: body ?? []))
        await client.shutdown()
        guard (200...299).contains(answer.status) else {
            throw Refused(path: path, status: answer.status, body: String(decoding: answer.body, as: UTF8.self))
        }
    }

    public struct Refused: Error {
        public var path: String
        public var status: Int
        public var body: String
    }
}

/// `scheme://user:password@host:port`, taken apart.
struct CredentialedURL {
    var user = "guest"
    var password = "guest"
    var bare: String

    init(_ text: String) {
        let parts = text.split(separator: "://", maxSplits: 1)
        guard parts.count == 2, let at = parts[1].lastIndex(of: "@") else {
            bare = text
            return
        }
        let credentials = parts[1][..<at].split(separator: ":", maxSplits: 1)
        user = credentials.first.map(String.init) ?? user
        password = credentials.count > 1 ? String(credentials[1]) : password
        bare = "\(parts[0])://\(parts[1][parts[1].index(after: at)...])"
    }
}
