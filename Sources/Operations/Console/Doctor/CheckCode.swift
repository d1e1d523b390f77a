/// What is checked, by names that stay for programs; the part before the dot is where it is mended.
enum CheckCode: String, Sendable, CaseIterable {
    case hubspot = "hubspot.connection"
    case timeZone = "hubspot.time_zone"
    case scope = "hubspot.scope"
    case webhookSecret = "hubspot.webhook_secret"
    case webhookURL = "hubspot.webhook_url"
    case property = "hubspot.property"
    case reference = "hubspot.reference"
    case options = "hubspot.options"
    case pipeline = "hubspot.pipeline"
    case stage = "hubspot.stage"
    case siret = "hubspot.siret"
    case automaticCompanies = "hubspot.automatic_companies"
    case artis = "artis.connection"
    case trigger = "artis.trigger"
    case delay = "artis.delay"
    case role = "artis.role"
    case civilities = "artis.civilities"
    case actions = "artis.actions"
    case users = "people.hubspot"
    case sellers = "people.artis"
    case namesakes = "people.mail"
    case broker = "broker.connection"
    case brokerVersion = "broker.version"
    case queues = "broker.queues"
    case policies = "broker.policies"
    case alarms = "broker.alarms"
    case management = "broker.management"
    case database = "database.connection"
    case databaseVersion = "database.version"
    case schema = "database.schema"
    case space = "database.space"

    /// The tool or server, as a heading.
    var place: String {
        switch rawValue.prefix(while: { $0 != "." }) {
        case "hubspot": "HubSpot"
        case "artis": "artis.net"
        case "people": "HubSpot + artis.net"
        case "broker": "RabbitMQ"
        default: "PostgreSQL"
        }
    }
}
