import FoundationEssentials
import HTTP
import Logging
import Runtime

/// The broker's management API (`AMQP_MANAGEMENT_URL`), as far as an operator's commands ask it.
struct BrokerManagement: Sendable {
    let transport: any HTTPTransport
    let base: CredentialURL
    let virtualHost: String

    /// Its queues with what is in force for each: `GET /api/queues/{vhost}`.
    func queues() async throws(ConsoleFailure) -> [ManagedQueue] {
        var request = HTTPRequest(
            .get, "\(base)/api/queues/\(virtualHost.percentEncoded)", headers: ["accept": "application/json"],
            deadline: .seconds(10))
        let credentials = "\(base.user ?? "guest"):\(base.password?.exposed ?? "guest")"
        request.headers["authorization"] = "Basic \(Data(credentials.utf8).base64EncodedString())"
        let response: HTTPResponse
        do throws(HTTPFailure) { response = try await transport.send(request) } catch {
            throw .broker("AMQP_MANAGEMENT_URL: \(error)")
        }
        guard response.status == 200, let list = try? JSON.parse(response.body).array else {
            throw .broker("AMQP_MANAGEMENT_URL: answered \(response.status)")
        }
        return list.compactMap(ManagedQueue.init)
    }

    func unacked() async throws(ConsoleFailure) -> [String: Int] {
        Dictionary(try await queues().map { ($0.name, $0.unacked) }, uniquingKeysWith: { first, _ in first })
    }
}

extension BrokerManagement {
    /// - Returns: nil without the setting.
    init?(_ settings: BrokerSettings, logger: Logger) {
        guard let base = settings.management else { return nil }
        self.init(
            transport: HTTPClient(limits: HTTPClientLimits(connections: 1), userAgent: "passerelle", logger: logger),
            base: base, virtualHost: settings.address.virtualHost)
    }
}
