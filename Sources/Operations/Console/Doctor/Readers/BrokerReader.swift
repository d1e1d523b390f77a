import Domain
import FoundationEssentials
import HTTP
import Logging
import Messaging
import Runtime

/// Reads what the broker has: over AMQP, and of its management API what only that tells.
struct BrokerReader: Sendable {
    let settings: BrokerSettings
    let logger: Logger

    func read() async throws(BrokerError) -> BrokerFacts {
        let inspector = Inspector(address: settings.address, connectionName: "passerelle doctor")
        let found = try await inspector.survey(queues: Topology.fleet.queues)
        return BrokerFacts(version: found.version, queues: Set(found.counts.keys), management: await management())
    }

    private func management() async -> Found<ManagedBroker> {
        guard let base = settings.management else { return .notAsked }
        let client = HTTPClient(limits: HTTPClientLimits(connections: 1), userAgent: "passerelle", logger: logger)
        let found: Found<ManagedBroker>
        do throws(Unanswered) {
            let host = settings.address.virtualHost.percentEncoded
            let queues = try await get("queues/\(host)", base, client)
            let policies = try await get("policies/\(host)", base, client)
            let nodes = try await get("nodes", base, client)
            found = .here(
                ManagedBroker(
                    queues: queues.compactMap(ManagedBroker.Queue.init), policies: policies.compactMap(BrokerPolicy.init),
                    alarms: nodes.flatMap(Self.alarms)))
        } catch {
            found = .away(error.why)
        }
        await client.shutdown()
        return found
    }

    private struct Unanswered: Error { var why: String }

    private func get(_ path: String, _ base: CredentialURL, _ client: HTTPClient) async throws(Unanswered) -> [JSON] {
        var request = HTTPRequest(.get, "\(base)/api/\(path)", headers: ["accept": "application/json"], deadline: .seconds(10))
        let credentials = "\(base.user ?? "guest"):\(base.password?.exposed ?? "guest")"
        request.headers["authorization"] = "Basic \(Data(credentials.utf8).base64EncodedString())"
        let response: HTTPResponse
        do throws(HTTPFailure) { response = try await client.send(request) } catch { throw Unanswered(why: "\(error)") }
        guard response.status == 200, let list = try? JSON.parse(response.body).array else {
            throw Unanswered(why: "/api/\(path): \(response.status)")
        }
        return list
    }

    private static func alarms(_ node: JSON) -> [String] {
        let name = node["name"]?.string ?? "?"
        return [("mem_alarm", "memory"), ("disk_free_alarm", "disk")].compactMap { key, word in
            node[key]?.bool == true ? "\(word) (\(name))" : nil
        }
    }
}

extension ManagedBroker.Queue {
    /// - Returns: nil without a name.
    init?(_ json: JSON) {
        guard let name = json["name"]?.string else { return nil }
        self.init(name: name, type: json["type"]?.string ?? "")
    }
}

extension BrokerPolicy {
    /// - Returns: nil without a pattern.
    init?(_ json: JSON) {
        guard let pattern = json["pattern"]?.string else { return nil }
        let definition = json["definition"]
        self.init(
            pattern: pattern, appliesTo: json["apply-to"]?.string ?? "all", priority: json["priority"]?.int ?? 0,
            deadLetterExchange: definition?["dead-letter-exchange"]?.string, deliveryLimit: definition?["delivery-limit"]?.int)
    }
}
