import Testing

@testable import Runtime

@Suite struct BrokerAddressTests {
    static func address(
        _ host: String, _ port: UInt16 = 5672, user: String = "guest", password: String = "guest", vhost: String = "/",
        tls: Bool = false
    ) -> BrokerAddress {
        BrokerAddress(host: host, port: port, user: user, password: password, virtualHost: vhost, usesTLS: tls)
    }

    static let readable: [(String, BrokerAddress)] = [
        ("amqp://mq", address("mq")),
        ("amqp://mq/", address("mq")),
        ("amqp://mq/%2F", address("mq")),
        ("amqp://mq/%2f", address("mq")),
        ("AMQP://mq:5673/sync", address("mq", 5673, vhost: "sync")),
        ("amqps://mq", address("mq", 5671, tls: true)),
        ("amqp://u:p@mq", address("mq", user: "u", password: "p")),
        ("amqp://u@mq", address("mq", user: "u", password: "")),
        ("amqp://u%40x:p%3A%2F%C3%A9@mq/a%2Fb", address("mq", user: "u@x", password: "p:/é", vhost: "a/b")),
        ("amqp://u:p@ss@mq", address("mq", user: "u", password: "p@ss")),
        ("amqp://[::1]:5673/x", address("::1", 5673, vhost: "x")),
        ("amqp://[::1]", address("::1")),
    ]

    @Test("a URL is read with its defaults and percent-decoded", arguments: readable)
    func reads(url: String, expected: BrokerAddress) throws {
        #expect(try BrokerAddress(parsing: url) == expected)
    }

    @Test(
        "a wrong URL is refused with what is wrong",
        arguments: [
            ("", BrokerAddressError.scheme), ("mq:5672", .scheme), ("http://mq", .scheme), ("amqp:/mq", .scheme),
            ("amqp://", .host), ("amqp://:5672", .host), ("amqp://u:p@", .host), ("amqp://[::1]x", .host),
            ("amqp://mq:", .port("")), ("amqp://mq:0", .port("0")), ("amqp://mq:65536", .port("65536")),
            ("amqp://mq:five", .port("five")), ("amqp://u:%@mq", .encoding(part: "password")),
            ("amqp://u:%zz@mq", .encoding(part: "password")), ("amqp://%FF@mq", .encoding(part: "user")),
            ("amqp://mq/%00", .encoding(part: "virtual host")), ("amqp://mq/%+1", .encoding(part: "virtual host")),
            ("amqp://mq/a/b", .virtualHost), ("amqp://mq?heartbeat=5", .parameter("heartbeat")),
        ])
    func refuses(url: String, expected: BrokerAddressError) {
        #expect(throws: expected) { try BrokerAddress(parsing: url) }
    }

    @Test("the authorities of an amqps broker can be named")
    func authorities() throws {
        let address = try BrokerAddress(parsing: "amqps://mq/x?cacertfile=%2Fetc%2Fca.pem")
        #expect(address.authorities == "/etc/ca.pem")
        #expect(address.virtualHost == "x")
    }

    @Test("no print of an address shows the password")
    func masked() throws {
        let address = try BrokerAddress(parsing: "amqp://u:s3cret@mq/x")
        var dumped = ""
        dump(address, to: &dumped)
        for text in ["\(address)", String(reflecting: address), dumped] {
            #expect(!text.contains("s3cret"))
            #expect(text.contains("amqp://u:***@mq:5672/x"))
        }
    }
}
