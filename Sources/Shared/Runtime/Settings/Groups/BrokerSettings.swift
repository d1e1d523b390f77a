/// Where RabbitMQ is, and, if told, its management API.
public struct BrokerSettings: SettingsGroup, Hashable {
    public let address: BrokerAddress
    /// Lets `doctor` check policies and the dashboard show alarms.
    public let management: CredentialURL?

    public init(address: BrokerAddress, management: CredentialURL? = nil) {
        self.address = address
        self.management = management
    }

    public init(from reader: inout SettingsReader) {
        address = reader.required(
            .amqpURL, standIn: .standIn, allowed: BrokerAddress.allowed, parse: { try? BrokerAddress(parsing: $0) })
        management = reader.optional(.amqpManagementURL, allowed: "http(s)://user:password@host:15672") { text in
            CredentialURL(text, schemes: ["http", "https"])
        }
    }
}
