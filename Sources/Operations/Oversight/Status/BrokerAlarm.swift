import HTTP

/// A node of the broker that is short of something: it blocks everybody who publishes.
package struct BrokerAlarm: Sendable, Equatable {
    package enum Want: String, Sendable { case memory, disk }

    package var node: String
    package var want: Want

    static func all(of node: JSON) -> [BrokerAlarm] {
        let name = node["name"]?.string ?? ""
        return [("mem_alarm", Want.memory), ("disk_free_alarm", .disk)].compactMap { key, want in
            node[key]?.bool == true ? BrokerAlarm(node: name, want: want) : nil
        }
    }
}
