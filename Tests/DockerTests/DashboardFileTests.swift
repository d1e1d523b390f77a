import HTTP
import Testing

/// docker/grafana: what Grafana would refuse or show badly, without Grafana.
@Suite struct DashboardFileTests {
    private static let folder = "docker/grafana/dashboards"
    private static let names = Files.names(in: folder, endingIn: ".json")

    private static func dashboard(_ name: String) throws -> JSON { try JSON.parse(Array(Files.text("\(folder)/\(name)").utf8)) }

    @Test("There are four of them, each with an address and a title of its own")
    func four() throws {
        #expect(Self.names == ["fleet.json", "hubspot.json", "kind.json", "queues.json"])
        let all = try Self.names.map(Self.dashboard)
        #expect(Set(all.compactMap { $0["uid"]?.string }).count == 4 && Set(all.compactMap { $0["title"]?.string }).count == 4)
    }

    @Test("Every panel says what it shows and in which unit, asks our source, and lies on no other", arguments: names)
    func panels(name: String) throws {
        let source = try Files.text("docker/grafana/provisioning/datasources/prometheus.yaml")
        let panels = try #require(try Self.dashboard(name)["panels"]?.array)
        #expect(panels.count >= 8 && panels.count <= 16)
        #expect(Set(panels.compactMap { $0["id"]?.int }).count == panels.count)
        var taken: Set<[Int]> = []
        for panel in panels {
            let title = panel["title"]?.string ?? ""
            #expect(!title.isEmpty && panel["description"]?.string?.isEmpty == false, "\(title)")
            #expect(panel["fieldConfig"]?["defaults"]?["unit"]?.string?.isEmpty == false, "\(title)")
            for target in panel["targets"]?.array ?? [] {
                let asked = target["datasource"]?["uid"]?.string ?? ""
                #expect(source.contains("uid: \(asked)\n") && target["expr"]?.string?.isEmpty == false, "\(title)")
            }
            #expect(panel["targets"]?.array?.isEmpty == false, "\(title)")
            let place = try #require(panel["gridPos"])
            let (x, y) = (place["x"]?.int ?? -1, place["y"]?.int ?? -1)
            let (width, height) = (place["w"]?.int ?? 0, place["h"]?.int ?? 0)
            #expect(x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= 24, "\(title)")
            for cell in (x..<x + width).flatMap({ x in (y..<y + height).map { [x, $0] } }) {
                #expect(taken.insert(cell).inserted, "\(title) lies on another")
            }
        }
    }

    @Test("compose.yaml puts the files where Grafana is told to look for them")
    func mounted() throws {
        let compose = try Files.text("docker/compose.yaml")
        guard compose.contains("\n  grafana:\n") else { return }
        let provider = try Files.text("docker/grafana/provisioning/dashboards/passerelle.yaml")
        let path = try #require(provider.firstMatch(of: /path: (\S+)/)?.output.1)
        #expect(compose.contains("/dashboards:\(path):ro"))
        #expect(compose.contains("/provisioning:/etc/grafana/provisioning:ro"))
    }
}
