import Domain
import Messaging
import Oversight

/// What the fleet needs of RabbitMQ, judged; pure.
struct BrokerChecks {
    let language: Language

    /// Queues that are missing are declared by the first program that starts.
    func queues(_ counts: [String: QueueCounts]) -> Check {
        let missing = Topology.fleet.queues.filter { counts[$0] == nil }
        guard !missing.isEmpty else { return .ok("broker.queues", "\(counts.count)") }
        return .warning(
            "broker.queues",
            language.of(fr: "pas encore créées : \(missing.count)", en: "not declared yet: \(missing.count)"),
            remedy: language.of(
                fr: "démarrez ingest et les workers : ils les créent",
                en: "start ingest and the workers: they declare them"))
    }

    /// Everything but the type of a queue is a policy (architecture.md, "RabbitMQ").
    func policies(_ queues: [ManagedQueue]) -> Check {
        let work = WorkerRole.allCases.flatMap { role in Lane.allCases.map { Topology.queue(worker: role, lane: $0) } }
        let wrong = queues.filter { queue in
            work.contains(queue.name)
                && (queue.deadLetterExchange != Topology.dead || queue.deliveryLimit == nil || queue.type != "quorum")
        }.map(\.name)
        guard !wrong.isEmpty else { return .ok("broker.policies", Topology.dead) }
        return .fault(
            "broker.policies",
            language.of(
                fr: "sans limite de livraison ni file d’écart : \(wrong.joined(separator: ", "))",
                en: "without a delivery limit or a dead-letter exchange: \(wrong.joined(separator: ", "))"),
            remedy: language.of(
                fr: "importez docker/rabbitmq/definitions.json dans ce virtual host (rabbitmqctl import_definitions)",
                en: "import docker/rabbitmq/definitions.json into this virtual host (rabbitmqctl import_definitions)"))
    }
}
