/// What is wrong with a broker URL. Never holds the URL: it has a password in it.
public enum BrokerAddressError: Error, Sendable, Equatable {
    case scheme
    case host
    case port(String)
    case encoding(part: String)
    case virtualHost
    case parameter(String)
}

extension BrokerAddressError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .scheme: "the URL must begin with amqp:// or amqps://"
        case .host: "the URL names no host"
        case .port(let text): "the port \"\(text)\" is not a number from 1 to 65535"
        case .encoding(let part): "the \(part) holds a % that is not followed by two hexadecimal digits of UTF-8"
        case .virtualHost: "the virtual host has a / in it: write it as %2F"
        case .parameter(let name): "the parameter \"\(name)\" is not known: only cacertfile is"
        }
    }
}
