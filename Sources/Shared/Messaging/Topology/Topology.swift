public import Domain

/// The fleet's exchanges and queues, by name. Source: architecture, RabbitMQ.
public enum Topology {
    /// Where every change is published, with the key `<worker>.<lane>`.
    public static let changes = "passerelle.changes"
    /// Where the broker's policy sends what cannot be delivered.
    public static let dead = "passerelle.dead"

    public static func queue(worker: WorkerRole, lane: Lane) -> String {
        "passerelle.\(worker.rawValue).\(lane.rawValue)"
    }

    public static func routingKey(worker: WorkerRole, lane: Lane) -> String { "\(worker.rawValue).\(lane.rawValue)" }

    /// One dead queue per worker, for both of its lanes.
    public static func deadQueue(worker: WorkerRole) -> String { "passerelle.\(worker.rawValue).dead" }

    /// Everything that the fleet needs at the broker.
    public static let fleet: Declarations = {
        var fleet = Declarations(exchanges: [changes, dead])
        for worker in WorkerRole.allCases {
            for lane in Lane.allCases {
                let queue = queue(worker: worker, lane: lane)
                fleet.queues.append(queue)
                fleet.bindings.append(
                    .init(queue: queue, exchange: changes, key: routingKey(worker: worker, lane: lane)))
            }
            let queue = deadQueue(worker: worker)
            fleet.queues.append(queue)
            fleet.bindings.append(.init(queue: queue, exchange: dead, key: "\(worker.rawValue).*"))
        }
        return fleet
    }()
}
