import Messaging
import Runtime
import Synchronization

@testable import Console

extension Patient {
    /// Each with the settings of another broker, and mended with the right ones.
    static func broker(_ right: BrokerSettings, bare: BrokerSettings) -> [Patient] {
        func patient(_ code: CheckCode, _ level: Check.Level, _ says: String, _ remedy: String, _ wrong: BrokerSettings) -> Patient {
            Patient(code, level, says, remedy) { clinic in clinic.broker.withLock { $0 = wrong } } mended: { clinic in
                clinic.broker.withLock { $0 = right }
            }
        }
        return [
            patient(.management, .warning, "AMQP_MANAGEMENT_URL: manque", "15672", BrokerSettings(address: right.address)),
            patient(
                .management, .warning, "AMQP_MANAGEMENT_URL: ", "vérifiez AMQP_MANAGEMENT_URL",
                BrokerSettings(address: right.address, management: CredentialURL("http://127.0.0.1:1", schemes: ["http"]))),
            patient(.queues, .warning, "passerelle.*: pas encore créées", "démarrez ingest", bare),
        ]
    }
}
