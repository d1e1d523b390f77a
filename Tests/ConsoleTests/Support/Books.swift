import Artis
import HTTP
import HubSpot
import Runtime
import Synchronization

/// Both systems in memory, as far as the operator's commands read them.
final class Books: HTTPTransport {
    struct Record: Sendable {
        var version: Int64 = 1
        var modified = "2026-11-01T00:00:00Z"
        var fields: [String: JSON]
    }

    struct State: Sendable {
        /// Properties by "deals/4102".
        var hubspot: [String: [String: String]] = [:]
        /// Company ids by "deals/4102"; the primary one as "7*".
        var companies: [String: [String]] = [:]
        /// Records by "affaires/AF1".
        var artis: [String: Record] = [:]
        var actions: [JSON] = []
        var asked: [HTTPRequest] = []
        /// The `suite` from which on artis is away.
        var breaksAt: String?
    }

    let state = Mutex(State())

    var asked: [HTTPRequest] { state.withLock { $0.asked } }

    var hubspot: HubSpotClient {
        HubSpotClient(transport: self, baseURL: "http://hubspot", token: Secret("t"), pace: .silent)
    }
    var artis: ArtisClient { ArtisClient(transport: self, baseURL: "http://artis", key: Secret("k")) }

    func hubspot(_ key: String, _ properties: [String: String] = [:], companies: [String] = []) {
        state.withLock { state in
            state.hubspot[key] = properties
            state.companies[key] = companies
        }
    }

    func artis(_ key: String, version: Int64 = 1, modified: String = "2026-11-01T00:00:00Z", _ fields: [String: JSON] = [:]) {
        state.withLock { $0.artis[key] = Record(version: version, modified: modified, fields: fields) }
    }

    /// artis is away from this `suite` on, until told otherwise.
    func breaks(at suite: String?) { state.withLock { $0.breaksAt = suite } }

    /// A row of TD_HubspotAction.
    func action(_ domain: String, _ type: String, _ motive: String, _ result: String) {
        state.withLock { state in
            state.actions.append([
                "position": .number(JSONNumber(Int64(state.actions.count + 1))), "domaine": .string(domain),
                "type": .string(type), "motif": .string(motive), "resultat": .string(result),
            ])
        }
    }

    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        let answer = state.withLock { state in
            state.asked.append(request)
            return state.answer(request)
        }
        guard let answer else { throw .unreachable("away") }
        return HTTPResponse(status: 200, body: answer.serialise())
    }
}

extension Books.State {
    fileprivate func answer(_ request: HTTPRequest) -> JSON? {
        let parts = request.url.split(separator: "?")
        let path = parts[0].split(separator: "/").map(String.init)
        switch (path[1], path.last) {
        case ("hubspot", "search"): return search(path[5], request)
        case ("hubspot", "read") where path.contains("associations"): return ends(path[5], path[6], request)
        case ("hubspot", "companies"): return list("companies")
        case ("hubspot", "read"): return objects(path[5], request)
        case (_, "TD_HubspotAction"): return ["lignes": .array(actions)]
        case (_, "lecture"): return read(path[3], request)
        case (_, let collection?):
            let after = parts.count > 1 ? parts[1].split(separator: "=").last.map(String.init) : nil
            return after != nil && after == breaksAt ? nil : list(collection, after: after)
        case (_, nil): return nil
        }
    }

    private func objects(_ type: String, _ request: HTTPRequest) -> JSON {
        let by = request.json["idProperty"]?.string
        let asked = (request.json["inputs"]?.array ?? []).compactMap { $0["id"]?.text }
        let found = hubspot.filter { key, properties in
            guard key.hasPrefix("\(type)/") else { return false }
            return asked.contains(by.map { properties[$0] ?? "" } ?? String(key.dropFirst(type.count + 1)))
        }
        return [
            "results": .array(
                found.map { key, properties in
                    [
                        "id": .string(String(key.dropFirst(type.count + 1))),
                        "properties": .object(properties.mapValues(JSON.string)),
                    ]
                })
        ]
    }

    /// Those that hold every value that is asked for, beyond an id.
    private func search(_ type: String, _ request: HTTPRequest) -> JSON {
        let filters = request.json["filterGroups"]?[0]?["filters"]?.array ?? []
        let after = Int(request.filter("hs_object_id") ?? "0") ?? 0
        let found = hubspot.filter { key, properties in
            key.hasPrefix("\(type)/") && (Int(key.dropFirst(type.count + 1)) ?? 0) > after
                && filters.allSatisfy { filter in
                    guard filter["operator"] == "EQ", let name = filter["propertyName"]?.string else { return true }
                    return properties[name] == filter["value"]?.string
                }
        }
        let objects = found.sorted { $0.key < $1.key }.map { record($0.key, $0.value) }
        return ["total": .number(JSONNumber(Int64(found.count))), "results": .array(objects)]
    }

    /// Every record of a type, on one page.
    private func list(_ type: String) -> JSON {
        ["results": .array(hubspot.filter { $0.key.hasPrefix("\(type)/") }.map { record($0.key, $0.value) })]
    }

    private func record(_ key: String, _ properties: [String: String]) -> JSON {
        ["id": .string(String(key.split(separator: "/")[1])), "properties": .object(properties.mapValues(JSON.string))]
    }

    private func ends(_ type: String, _ other: String, _ request: HTTPRequest) -> JSON {
        let asked = (request.json["inputs"]?.array ?? []).compactMap { $0["id"]?.text }
        return [
            "results": .array(
                asked.compactMap { id -> JSON? in
                    let ids = ends(of: "\(type)/\(id)", other)
                    guard !ids.isEmpty else { return nil }
                    let ends = ids.map { id -> JSON in
                        let labels: JSON = id.hasSuffix("*") ? [["category": "HUBSPOT_DEFINED", "typeId": 5]] : []
                        return ["toObjectId": .string(id.replacing("*", with: "")), "associationTypes": labels]
                    }
                    return ["from": ["id": .string(id)], "to": .array(ends)]
                })
        ]
    }

    /// What a record hangs on, and what hangs on it; a company is named by its id alone, any other record as `deals/41`.
    private func ends(of key: String, _ other: String) -> [String] {
        func names(_ key: String) -> [String] {
            (companies[key] ?? []).map { $0.contains("/") ? $0 : "companies/\($0)" }
        }
        let up = names(key).filter { $0.hasPrefix("\(other)/") }
        let down = companies.keys.filter { $0.hasPrefix("\(other)/") && names($0).contains { $0 == key || $0 == key + "*" } }
        return (up + down).map { String($0.split(separator: "/")[1]) }
    }

    private func read(_ collection: String, _ request: HTTPRequest) -> JSON {
        func asked(_ name: String) -> [String] { (request.json[name]?.array ?? []).compactMap(\.text) }
        let (ids, sirets, mails) = (asked("ids"), asked("sirets"), asked("mails"))
        let found = artis.filter { key, record in
            guard key.hasPrefix("\(collection)/") else { return false }
            return ids.contains(String(key.dropFirst(collection.count + 1)))
                || sirets.contains(record.fields["siret"]?.text ?? "") || mails.contains(record.fields["mail"]?.text ?? "")
        }
        return ["elements": .array(found.map { element($0.key, $0.value) }), "absents": []]
    }

    /// Two a page, by id.
    private func list(_ collection: String, after: String?) -> JSON {
        let keys = artis.keys.filter { $0.hasPrefix("\(collection)/") }.sorted()
        let start = after.flatMap(Int.init) ?? 0
        let page = keys.dropFirst(start).prefix(2)
        var answer: [String: JSON] = [
            "elements": .array(page.compactMap { key in artis[key].map { element(key, $0) } }), "curseur": "c",
        ]
        if start + 2 < keys.count { answer["suite"] = .string("\(start + 2)") }
        return .object(answer)
    }

    private func element(_ key: String, _ record: Books.Record) -> JSON {
        [
            "id": .string(String(key.split(separator: "/")[1])), "version": .number(JSONNumber(record.version)),
            "modifieLe": .string(record.modified), "champs": .object(record.fields),
        ]
    }
}
