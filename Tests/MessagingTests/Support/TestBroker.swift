import Runtime
import Foundation
import Logging
import Messaging

/// The broker that bin/test has started for all tests.
enum TestBroker {
    struct Missing: Error, CustomStringConvertible {
        let description = "PASSERELLE_TEST_AMQP_URL names no RabbitMQ: run bin/test, which starts one for the tests"
    }

    static func shared() throws -> BrokerAddress {
        guard let url = ProcessInfo.processInfo.environment["PASSERELLE_TEST_AMQP_URL"], !url.isEmpty else {
            throw Missing()
        }
        return try BrokerAddress(parsing: url)
    }

    static let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}
