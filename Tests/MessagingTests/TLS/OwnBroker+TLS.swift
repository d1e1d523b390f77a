import Foundation
import Runtime

extension OwnBroker {
    private var certificates: String { folder + "/rabbitmq/tls" }

    /// The TLS listener, as an operator names it: by `AMQP_URL`.
    ///
    /// - Parameter authority: the file of the authority in the folder of the certificates; those of the system if nil.
    func tlsAddress(host: String = "localhost", authority: String? = Certificates.authority) throws -> BrokerAddress {
        let lines = try String(contentsOfFile: folder + "/servers.conf", encoding: .utf8).split(separator: "\n")
        let port = lines.first { $0.hasPrefix("AMQPS_PORT=") }?.split(separator: "=").last ?? ""
        let plain = try address
        var url = "amqps://\(plain.user):\(plain.password)@\(host):\(port)/%2F"
        if let authority, let file = "\(certificates)/\(authority)".addingPercentEncoding(withAllowedCharacters: .alphanumerics) {
            url += "?cacertfile=\(file)"
        }
        return try Settings.read(BrokerSettings.self, from: ["AMQP_URL": url]).address
    }

    /// Shows another certificate to whoever connects from now on.
    func show(_ certificate: Certificates) async throws {
        let shown = URL(filePath: certificates + "/certificate.pem")
        try Data(contentsOf: URL(filePath: "\(certificates)/\(certificate.rawValue).pem")).write(to: shown)
        try await control("eval", "ssl:clear_pem_cache().")
    }
}
