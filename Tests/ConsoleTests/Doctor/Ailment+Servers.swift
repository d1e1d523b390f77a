import Database
import Messaging

@testable import Console

extension Ailment {
    static let ofServers: [Ailment] = [
        Ailment("the broker is away", .broker, .fault, says: ["RabbitMQ", "refused"], remedy: ["AMQP_URL"]) { $0.broker = .away("refused") },
        Ailment("an old broker", .brokerVersion, .fault, says: ["RabbitMQ 3.9.13", "3.10"], remedy: ["mettez RabbitMQ à jour"]) {
            $0.broker { $0.version = BrokerVersion("3.9.13") }
        },
        Ailment("queues not declared", .queues, .warning, says: ["passerelle.deal.live"], remedy: ["démarrez ingest"]) {
            $0.broker { $0.queues.remove("passerelle.deal.live") }
        },
        Ailment("a classic queue", .queues, .fault, says: ["passerelle.deal.dead", "classic"], remedy: ["rabbitmqctl delete_queue passerelle.deal.dead"]) {
            $0.managed { $0.queues = $0.queues.map { $0.name == "passerelle.deal.dead" ? .init(name: $0.name, type: "classic") : $0 } }
        },
        Ailment("no policy", .policies, .fault, says: ["passerelle.company.live"], remedy: ["docker/rabbitmq/definitions.json"]) {
            $0.managed { $0.policies = [] }
        },
        Ailment("a policy that goes before", .policies, .fault, says: ["passerelle.deal.live, passerelle.deal.backfill"], remedy: ["definitions.json"]) {
            $0.managed { $0.policies.append(BrokerPolicy(pattern: "deal", appliesTo: "all", priority: 99, deadLetterExchange: nil, deliveryLimit: 5)) }
        },
        Ailment("a policy for classic queues", .policies, .fault, says: ["passerelle.deal.live"], remedy: ["definitions.json"]) {
            $0.managed { $0.policies[0].appliesTo = "classic_queues" }
        },
        Ailment("an alarm", .alarms, .fault, says: ["disk (rabbit@here)"], remedy: ["rabbitmq-diagnostics alarms"]) {
            $0.managed { $0.alarms = ["disk (rabbit@here)"] }
        },
        Ailment("no management", .management, .warning, says: ["AMQP_MANAGEMENT_URL", "manque"], remedy: ["15672"]) {
            $0.broker { $0.management = .notAsked }
        },
        Ailment("management says no", .management, .warning, says: ["401"], remedy: ["vérifiez AMQP_MANAGEMENT_URL"]) {
            $0.broker { $0.management = .away("/api/nodes: 401") }
        },
        Ailment("an old database", .databaseVersion, .fault, says: ["PostgreSQL 12.17"], remedy: ["mettez PostgreSQL à jour"]) {
            $0.database { ($0.server.number, $0.server.version) = (120_017, "12.17") }
        },
        Ailment("an old schema", .schema, .fault, says: ["pas à jour"], remedy: ["passerelle migrate"]) { $0.database { $0.schema = .behind([3]) } },
        Ailment("a schema that is ahead and serves", .schema, .warning, says: ["plus récent que ce programme, qui continue"], remedy: ["terminez la mise à jour"]) {
            $0.database { $0.schema = .serving(99) }
        },
        Ailment("a full disk", .space, .warning, says: ["libre 700 Mo"], remedy: ["disque de PostgreSQL"]) {
            $0.database { $0.space = DiskSpace(free: 700 << 20, total: 4 << 30) }
        },
    ]
}

extension Facts {
    fileprivate mutating func managed(_ change: (inout ManagedBroker) -> Void) {
        broker { broker in
            guard var managed = broker.management.value else { return }
            change(&managed)
            broker.management = .here(managed)
        }
    }
}
