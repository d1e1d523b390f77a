import Domain
import HTTP

/// One record that the sandbox's generator made: how HubSpot holds it, and what it must come to.
struct StormRecord: Sendable {
    let kind: Kind
    let id: String
    let state: String
    let reason: String?
    /// What the generator made it for; `ordinaire` for most.
    let scenario: String
    /// The other company of the same SIRET: exactly one of both is synced.
    let rival: String?
    /// The artis record that existed before, and is to be linked.
    let known: String?
    let properties: [String: String]
    let companies: [String]

    /// `companies:4102`, its name in artis.
    var reference: String { "\(collection):\(id)" }

    var collection: String { Self.collection(of: kind) }

    static func collection(of kind: Kind) -> String {
        switch kind {
        case .company: "companies"
        case .deal: "deals"
        case .contact: "contacts"
        case .call: "calls"
        case .meeting: "meetings"
        case .email: "emails"
        }
    }

    var artisCollection: String {
        switch kind.role {
        case .company: "tiers"
        case .deal: "affaires"
        case .contact: "interlocuteurs"
        case .activity: "actions"
        }
    }

    init?(kind: Kind, id: String, expected: JSON, dumped: JSON) {
        guard let state = expected["state"]?.string, let scenario = expected["cas"]?.string else { return nil }
        self.kind = kind
        self.id = id
        self.state = state
        self.scenario = scenario
        reason = expected["reason"]?.string
        rival = expected["rival"]?.string
        known = expected["artis"]?.string
        properties = (dumped["properties"]?.object ?? [:]).compactMapValues(\.string)
        companies = (dumped["links"]?["companies"]?.object ?? [:]).keys.sorted()
    }
}
