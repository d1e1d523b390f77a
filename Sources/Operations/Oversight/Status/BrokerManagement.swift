import FoundationEssentials
package import HTTP
package import Logging
package import Runtime

/// The broker's management API (`AMQP_MANAGEMENT_URL`), as far as an operator's commands ask it.
package struct BrokerManagement: Sendable {
    package let transport: any HTTPTransport
    package let base: CredentialURL
    package let virtualHost: String

    package init(transport: any HTTPTransport, base: CredentialURL, virtualHost: String) {
        self.transport = transport
        self.base = base
        self.virtualHost = virtualHost
    }

    /// Its queues with what is in force for each: `GET /api/queues/{vhost}`.
    package func queues() async throws(OperatorFailure) -> [ManagedQueue] {
        try await list("queues/\(virtualHost.percentEncoded)").compactMap(ManagedQueue.init)
    }

    /// What its nodes are short of: `GET /api/nodes`. While there is one, the broker takes no message.
    package func alarms() async throws(OperatorFailure) -> [BrokerAlarm] {
        try await list("nodes").flatMap(BrokerAlarm.all)
    }

    package func unacked() async throws(OperatorFailure) -> [String: Int] {
        Dictionary(try await queues().map { ($0.name, $0.unacked) }, uniquingKeysWith: { first, _ in first })
    }

    private func list(_ path: String) async throws(OperatorFailure) -> [JSON] {
        var request = HTTPRequest(
            .get, "\(base)/api/\(path)", headers: ["accept": "application/json"], deadline: .seconds(10))
        let credentials = "\(base.user ?? "guest"):\(base.password?.exposed ?? "guest")"
        request.headers["authorization"] = "Basic \(Data(credentials.utf8).base64EncodedString())"
        let response: HTTPResponse
        do throws(HTTPFailure) { response = try await transport.send(request) } catch {
            throw .broker("AMQP_MANAGEMENT_URL: \(Self.words(error))")
        }
        guard response.status == 200, let list = try? JSON.parse(response.body).array else {
            throw .broker("AMQP_MANAGEMENT_URL: the management interface answered \(response.status)")
        }
        return list
    }

    private static func words(_ failure: HTTPFailure) -> String {
        switch failure {
        case .unreachable(let why): "the management interface cannot be reached: \(why)"
        case .untrusted(let why): "the management interface's certificate is not trusted: \(why)"
        case .interrupted(let why): "the answer broke off: \(why)"
        case .deadline: "no answer within the deadline"
        case .tooLarge(let limit): "an answer of more than \(limit) bytes"
        case .cancelled, .refusedByHook: "cancelled"
        case .invalid(let why): why
        }
    }
}

extension BrokerManagement {
    /// - Returns: nil without the setting.
    package init?(_ settings: BrokerSettings, logger: Logger) {
        guard let base = settings.management else { return nil }
        self.init(
            transport: HTTPClient(limits: HTTPClientLimits(connections: 1), userAgent: "passerelle", logger: logger),
            base: base, virtualHost: settings.address.virtualHost)
    }
}
