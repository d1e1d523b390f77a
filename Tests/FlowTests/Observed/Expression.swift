import FoundationEssentials
import HTTP
import Testing

/// An expression of Prometheus, and where it stands.
struct Expression: Sendable, Hashable {
    var text: String
    var place: String
    /// Labels that the legend names; they must be on what it gives.
    var legend: Set<String> = []

    struct Selector: Hashable {
        var name: String
        /// With its braces; empty where it has none.
        var matchers: String

        var text: String { name + matchers }
        var labels: Set<String> { Set(matchers.matches(of: /(\w+)(?:=~|!~|!=|=)"/).map { String($0.output.1) }) }
    }

    /// The time series that it asks for.
    var selectors: Set<Selector> {
        let name = /\b(up|ALERTS|(?:passerelle|rabbitmq|process)_\w+|\w+:\w+:\w+)\b({[^}]*})?/
        return Set(text.matches(of: name).map { Selector(name: String($0.output.1), matchers: String($0.output.2 ?? "")) })
    }

    /// Labels that it groups by.
    var groups: Set<String> {
        Set(
            text.matches(of: /\b(?:by|on|without)\s*\(([^)]*)\)/).flatMap { match in
                match.output.1.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
            })
    }

    /// Those of all dashboards, as Grafana would fill them in.
    static func ofDashboards() throws -> [Expression] {
        let folder =
            #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 } + "/docker/grafana/dashboards"
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().flatMap { name in
            let data = try #require(FileManager.default.contents(atPath: "\(folder)/\(name)"))
            return (try JSON.parse(Array(data))["panels"]?.array ?? []).flatMap { panel in
                (panel["targets"]?.array ?? []).map { target in
                    Expression(
                        text: (target["expr"]?.string ?? "").replacing("$__rate_interval", with: "1m")
                            .replacing("$kind", with: "company"),
                        place: "\(name): \(panel["title"]?.string ?? "")",
                        legend: Set((target["legendFormat"]?.string ?? "").matches(of: /{{(\w+)}}/).map { String($0.output.1) }))
                }
            }
        }
    }
}
