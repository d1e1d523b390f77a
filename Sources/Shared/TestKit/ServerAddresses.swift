import FoundationEssentials

/// Where the servers are on which tests make databases and virtual hosts of their own.
public struct ServerAddresses: Sendable {
    public let database: String
    public let amqp: String
    /// The management end-point, with its credentials.
    public let management: String

    /// Those that `bin/test` started and told by the environment.
    public static func given() throws -> ServerAddresses { try ServerAddresses(ProcessInfo.processInfo.environment) }

    /// - Parameter lines: `KEY='value'`, as `bin/servers env` prints them.
    init(lines: String) throws {
        var settings: [String: String] = [:]
        for line in lines.split(separator: "\n") {
            let parts = line.split(separator: "=", maxSplits: 1)
            if parts.count == 2 { settings[String(parts[0])] = parts[1].filter { $0 != "'" } }
        }
        try self.init(settings)
    }

    private init(_ settings: [String: String]) throws {
        func wanted(_ variable: String) throws -> String {
            guard let value = settings[variable], !value.isEmpty else { throw MissingServer(variable: variable) }
            return value
        }
        database = try wanted("PASSERELLE_TEST_DATABASE_URL")
        amqp = try wanted("PASSERELLE_TEST_AMQP_URL")
        management = try wanted("PASSERELLE_TEST_MANAGEMENT_URL")
    }
}
