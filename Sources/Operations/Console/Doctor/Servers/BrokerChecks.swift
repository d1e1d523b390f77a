import Domain
import Messaging
import Oversight

/// What the fleet needs of RabbitMQ, judged.
struct BrokerChecks {
    let language: Language

    func check(_ broker: BrokerFacts) -> [Check] {
        [version(broker.version), queues(broker.queues)] + managed(broker.management)
    }

    private func version(_ version: BrokerVersion?) -> Check {
        guard let version else { return .ok(.brokerVersion, "RabbitMQ", "?") }
        guard version.isRecentEnough else {
            return .fault(
                .brokerVersion, "RabbitMQ \(version)",
                language.of(fr: "trop ancien : \(BrokerVersion.oldest) au moins", en: "too old: \(BrokerVersion.oldest) at least"),
                remedy: language.of(fr: "mettez RabbitMQ à jour", en: "update RabbitMQ"))
        }
        return .ok(.brokerVersion, "RabbitMQ", "\(version)")
    }

    /// Queues that are missing are declared by the first program that starts.
    private func queues(_ present: Set<String>) -> Check {
        let wanted = Topology.fleet.queues
        let missing = wanted.filter { !present.contains($0) }
        guard !missing.isEmpty else { return .ok(.queues, "passerelle.*", "\(wanted.count)") }
        return .warning(
            .queues, "passerelle.*",
            language.of(fr: "pas encore créées : \(language.listed(missing))", en: "not declared yet: \(language.listed(missing))"),
            remedy: language.of(
                fr: "démarrez ingest et les workers : ils les créent", en: "start ingest and the workers: they declare them"))
    }

    private func managed(_ management: Found<ManagedBroker>) -> [Check] {
        let name = "AMQP_MANAGEMENT_URL"
        switch management {
        case .notAsked:
            return [
                .warning(
                    .management, name,
                    language.of(
                        fr: "manque : ni les politiques, ni le type des files, ni les alarmes ne sont vérifiés",
                        en: "is missing: neither policies, nor the queues’ type, nor alarms are checked"),
                    remedy: language.of(fr: "\(name)=http://utilisateur:mot-de-passe@hôte:15672", en: "\(name)=http://user:password@host:15672"))
            ]
        case .away(let why, _):
            return [.warning(.management, name, why, remedy: language.of(fr: "vérifiez \(name)", en: "check \(name)"))]
        case .here(let broker): return types(broker) + [policies(broker)] + alarms(broker)
        }
    }

    private func types(_ broker: ManagedBroker) -> [Check] {
        broker.queues.filter { Topology.fleet.queues.contains($0.name) && !["", "quorum"].contains($0.type) }.map { queue in
            .fault(
                .queues, queue.name,
                language.of(fr: "de type \(queue.type), et non quorum", en: "of type \(queue.type), not quorum"),
                remedy: language.of(
                    fr: "arrêtez la flotte, supprimez la file (rabbitmqctl delete_queue \(queue.name)), redémarrez : rien ne se perd",
                    en: "stop the fleet, delete the queue (rabbitmqctl delete_queue \(queue.name)), start again: nothing is lost"))
        }
    }

    /// Everything but the type of a queue is a policy (architecture.md, "RabbitMQ").
    private func policies(_ broker: ManagedBroker) -> Check {
        let work = WorkerRole.allCases.flatMap { role in Lane.allCases.map { Topology.queue(worker: role, lane: $0) } }
        let wrong = work.filter { queue in
            let policy = BrokerPolicy.inForce(for: queue, among: broker.policies)
            return policy?.deadLetterExchange != Topology.dead || policy?.deliveryLimit == nil
        }
        guard !wrong.isEmpty else { return .ok(.policies, "passerelle-work", Topology.dead) }
        return .fault(
            .policies, "passerelle-work",
            language.of(
                fr: "sans limite de livraison ni file d’écart : \(language.listed(wrong))",
                en: "without a delivery limit or a dead-letter exchange: \(language.listed(wrong))"),
            remedy: language.of(
                fr: "importez docker/rabbitmq/definitions.json dans ce virtual host (rabbitmqctl import_definitions)",
                en: "import docker/rabbitmq/definitions.json into this virtual host (rabbitmqctl import_definitions)"))
    }

    private func alarms(_ broker: ManagedBroker) -> [Check] {
        if broker.alarms.isEmpty { return [.ok(.alarms, "RabbitMQ", language.of(fr: "aucune alarme", en: "no alarm"))] }
        return broker.alarms.map { alarm in
            .fault(
                .alarms, alarm,
                language.of(fr: "RabbitMQ n’accepte plus de messages", en: "RabbitMQ accepts no more messages"),
                remedy: language.of(
                    fr: "libérez de la mémoire ou du disque sur ce nœud (rabbitmq-diagnostics alarms)",
                    en: "free memory or disk on this node (rabbitmq-diagnostics alarms)"))
        }
    }
}
