import HTTP
import TestKit
import Testing

/// What rules, alerts and dashboards ask for is what the fleet and RabbitMQ expose: judged by a real Prometheus.
extension ObservedTests {
    /// Series that are there only once something has gone wrong; their names and labels are judged all the same.
    private static let rare: Set<String> = [
        #"ALERTS{alertstate="firing"}"#,
        #"passerelle_database_transaction_duration_seconds_count{outcome!="committed"}"#,
        #"passerelle_fleet_pairs_by_reason{reason=~"TRIGGER_NOT_SET|PIPELINE_UNKNOWN|ROLE_MISSING|STAGE_UNKNOWN|CIVILITE_UNKNOWN|HUBSPOT_REFUSED"}"#,
        #"passerelle_fleet_pairs_by_reason{state=~"blocked|failed|retrying"}"#,
    ]

    @Test("Every expression of rules, alerts and dashboards asks for what there is, and Prometheus answers it")
    func expressions() async throws {
        let office = try Office.open
        let company = try await office.scene.company(siret: Fresh.siret)
        let deal = try await office.scene.deal(of: company)
        let blocked = try await office.scene.company(siret: nil)
        for (kind, id) in [("company", company), ("deal", deal), ("company", blocked)] {
            try await Self.tell(office.fleet, kind, id)
        }
        try await PrometheusUnderTest.run(on: office.fleet) { prometheus in
            let rules = try await Self.soundRules(of: prometheus, on: office.fleet)
            let dashboards = try Expression.ofDashboards()
            #expect(rules.count > 30 && dashboards.count > 40)
            // The last that comes: a rate, recorded, of a recorded rule's own.
            try await office.fleet.until(within: 30, "figures of every panel") {
                for expression in dashboards where try await prometheus.query(expression.text)?.isEmpty ?? true { return false }
                return true
            }
            for expression in rules + dashboards { try await Self.judge(expression, by: prometheus) }
        }
    }

    /// The rules as Prometheus understands them, once each has been evaluated.
    private static func soundRules(of prometheus: PrometheusUnderTest, on fleet: FleetUnderTest) async throws -> [Expression] {
        var rules: [JSON] = []
        try await fleet.until(within: 30, "an evaluation of every rule") {
            rules = try await prometheus.rules()
            return !rules.isEmpty && rules.allSatisfy { $0["health"] != "unknown" }
        }
        for rule in rules { #expect(rule["health"] == "ok", "\(rule["name"]?.string ?? ""): \(rule["lastError"]?.string ?? "")") }
        return rules.map { Expression(text: $0["query"]?.string ?? "", place: $0["name"]?.string ?? "") }
    }

    private static func judge(_ expression: Expression, by prometheus: PrometheusUnderTest) async throws {
        let given = try await prometheus.query(expression.text)
        #expect(given != nil, "\(expression.place): \(expression.text)")
        for series in given ?? [] {
            let labels = Set((series["metric"]?.object ?? [:]).keys)
            #expect(expression.legend.isSubset(of: labels), "\(expression.place): its legend names what it does not give")
        }
        var labels: Set<String> = []
        #expect(!expression.selectors.isEmpty, "\(expression.place): \(expression.text)")
        for selector in expression.selectors {
            let name = rare.contains(selector.text) ? selector.name : selector.text
            let found = try await prometheus.query(name) ?? []
            let own = found.reduce(into: Set<String>()) { $0.formUnion(($1["metric"]?.object ?? [:]).keys) }
            if selector.name == "ALERTS" { continue }
            #expect(!found.isEmpty, "\(expression.place): there is no \(name)")
            #expect(selector.labels.isSubset(of: own), "\(expression.place): \(selector.text) names labels that are not there")
            labels.formUnion(own)
        }
        #expect(expression.groups.isSubset(of: labels), "\(expression.place): groups by labels that are not there")
    }
}
