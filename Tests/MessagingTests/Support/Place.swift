import Foundation
import Messaging

/// An exchange with queues of its own, under names that no other test has.
struct Place {
    let name = "test.\(UUID().uuidString.prefix(8))"
    let queues: [String]

    /// - Parameter keys: each has a queue of its own.
    init(_ keys: String...) { queues = keys }

    func queue(_ key: String) -> String { "\(name).\(key)" }

    var topology: Declarations {
        Declarations(
            exchanges: [name], queues: queues.map(queue),
            bindings: queues.map { .init(queue: queue($0), exchange: name, key: $0) })
    }

    func message(_ id: Int, to key: String) -> OutgoingMessage {
        OutgoingMessage(
            exchange: name, routingKey: key, body: Array("{\"id\":\(id)}".utf8), headers: ["n": "\(id)"],
            messageID: "\(id)", type: "test")
    }

    func messages(_ ids: ClosedRange<Int>, to key: String) -> [OutgoingMessage] { ids.map { message($0, to: key) } }

    func subscription(_ key: String, prefetch: UInt16 = 100) -> Subscription {
        Subscription(queue: queue(key), prefetch: prefetch)
    }
}
