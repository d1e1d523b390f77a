import Database
import Domain
import HubSpot
import Messaging

@testable import Console

extension Facts {
    /// Everything as the source page asks: no fault, no warning.
    static var byTheBook: Facts {
        Facts(
            settings: SettingsFacts(isRealHubSpot: true),
            database: .here(
                DatabaseFacts(
                    server: ReadServer.Row(number: 150_004, version: "15.4", size: 9 << 20), schema: .current,
                    space: DiskSpace(free: 50 << 30, total: 100 << 30))),
            broker: .here(
                BrokerFacts(
                    version: BrokerVersion("3.13.7"), queues: Set(Topology.fleet.queues),
                    management: .here(
                        ManagedBroker(
                            queues: Topology.fleet.queues.map { .init(name: $0, type: "quorum") }, policies: [policy], alarms: [])))),
            artis: .here(artisByTheBook), hubspot: .here(hubspotByTheBook))
    }

    private static let policy = BrokerPolicy(
        pattern: #"^passerelle\.(company|deal|contact|activity)\.(live|backfill)$"#, appliesTo: "queues", priority: 10,
        deadLetterExchange: "passerelle.dead", deliveryLimit: 20)

    private static var artisByTheBook: ArtisFacts {
        ArtisFacts(
            trigger: "opportunity", delay: "500",
            roles: LabelTable([.init(position: 1, code: "TELEVENDEUR_HUBSPOT", label: "Télévendeur")]),
            civilities: LabelTable([
                .init(position: 1, code: "M", label: "Monsieur"), .init(position: 2, code: "MME", label: "Madame"),
            ]),
            actions: ActionTable([
                row(1, "Appel", "Appel sortant", "CALL"), row(2, "Rendez-vous", "Visite", "MEETING"),
                row(3, "Mail", "Envoi", "EMAIL"),
            ]), people: [ArtisPerson(id: ID("CO1"), mail: "a@x.example")])
    }

    static func row(_ position: Int, _ type: String, _ motive: String, _ result: String, domain: String = "Commerce") -> ActionRow {
        ActionRow(position: position, action: ActionTriple(domain: domain, type: type, motive: motive), result: result)
    }

    private static var hubspotByTheBook: HubSpotFacts {
        let stages = SalesStage.allCases.map { SalesPipeline.Stage(id: $0.rawValue, label: $0.rawValue) }
        return HubSpotFacts(
            zone: "Europe/Paris", scopes: Set(ScopeChecks.needed + [ScopeChecks.emailBodies] + ["companies", "deals", "contacts"].map { "crm.schemas.\($0).write" }),
            properties: Dictionary(uniqueKeysWithValues: Kind.allCases.map { ($0, properties($0)) }),
            pipelines: [SalesPipeline(id: "1", label: "Ventes", stages: stages)],
            owners: [Owner(id: ID("71"), userID: ID("91"), mail: "A@x.example")],
            sirets: SIRETFacts(filled: 3, read: 3, invalid: [], shared: [], sharedInAll: nil, missing: 0),
            automaticCompanies: 0)
    }

    private static func properties(_ kind: Kind) -> [HubSpotProperty] {
        let table = LabelTable([
            .init(position: 1, code: "M", label: "Monsieur"), .init(position: 2, code: "MME", label: "Madame"),
        ])
        let page = WantedProperty.all.filter { $0.kind == kind }.compactMap { PropertyDrafting.draft($0, table)?.property }
        let stage = HubSpotProperty(
            name: "lifecyclestage", type: "enumeration", fieldType: "radio",
            options: [.init(value: "lead", label: "Lead"), .init(value: "opportunity", label: "Opportunité")])
        return [PropertyDrafting.reference(kind, beside: []).property] + page + (kind == .company ? [stage] : [])
    }

    // Changes, for tables of faults.

    mutating func hubspot(_ change: (inout HubSpotFacts) -> Void) {
        guard var account = hubspot.value else { return }
        change(&account)
        hubspot = .here(account)
    }

    mutating func artis(_ change: (inout ArtisFacts) -> Void) {
        guard var facts = artis.value else { return }
        change(&facts)
        artis = .here(facts)
    }

    mutating func broker(_ change: (inout BrokerFacts) -> Void) {
        guard var facts = broker.value else { return }
        change(&facts)
        broker = .here(facts)
    }

    mutating func database(_ change: (inout DatabaseFacts) -> Void) {
        guard var facts = database.value else { return }
        change(&facts)
        database = .here(facts)
    }

    /// Changes one property of the account.
    mutating func property(_ kind: Kind, _ name: String, _ change: (inout HubSpotProperty) -> Void) {
        hubspot { account in
            guard let place = account.properties[kind]?.firstIndex(where: { $0.name == name }) else { return }
            account.properties[kind].map { change(&account.properties[kind, default: $0][place]) }
        }
    }

    mutating func remove(_ kind: Kind, _ name: String) {
        hubspot { $0.properties[kind]?.removeAll { $0.name == name } }
    }

    mutating func rename(_ stage: SalesStage, to label: String?) {
        hubspot { account in
            guard var pipeline = account.pipelines?.first, let place = pipeline.stages.firstIndex(where: { $0.label == stage.rawValue })
            else { return }
            if let label { pipeline.stages[place].label = label } else { pipeline.stages.remove(at: place) }
            account.pipelines = [pipeline]
        }
    }
}
