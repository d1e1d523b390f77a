/// A test needs a real server, and nobody said where it is.
public struct MissingServer: Error, CustomStringConvertible {
    public let variable: String

    public init(variable: String) { self.variable = variable }

    public var description: String {
        "\(variable) is not set: run bin/test, which starts a private PostgreSQL and RabbitMQ and tells the tests where"
    }
}
