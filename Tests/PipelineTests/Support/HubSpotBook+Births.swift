import HTTP
import Synchronization

extension HubSpotBook {
    var links: [String] { state.withLock { $0.links } }

    /// How often a record was written.
    func writes(_ key: String) -> Int { state.withLock { $0.writes[key] ?? 0 } }

    /// Every record of a type, by "type/id".
    func records(_ type: String) -> [String: [String: String]] {
        state.withLock { state in state.records.filter { $0.key.hasPrefix("\(type)/") } }
    }

    func ends(_ key: String) -> [String] { state.withLock { $0.associations[key] ?? [] } }

    func refuseCreation(_ error: @escaping @Sendable ([String: String]) -> JSON?) {
        state.withLock { $0.refusesCreation = error }
    }

    func refuseLink(_ error: @escaping @Sendable (_ from: String, _ to: String) -> JSON?) {
        state.withLock { $0.refusesLink = error }
    }

    func die(_ death: Death?) { state.withLock { $0.death = death } }

    /// The account holds our property: with unique values, without, or not at all.
    func hold(siretProperty: String) { state.withLock { $0.siretProperty = siretProperty } }

    func hold(uniqueReference: Bool?) { state.withLock { $0.hasUniqueReference = uniqueReference } }
}

extension HubSpotBook.State {
    /// As strict about what must be unique as hubspot.md says: our reference, and the e-mails of contacts.
    mutating func create(_ type: String, _ inputs: [JSON]) -> HTTPResponse {
        var results: [JSON] = []
        var errors: [JSON] = []
        for input in inputs {
            let trace = input["objectWriteTraceId"]?.text ?? ""
            let properties = (input["properties"]?.object ?? [:]).compactMapValues(\.string)
            if let error = refusesCreation?(properties) ?? duplicate(type, properties) {
                var named = error.object ?? [:]
                named["context"] = .object((error["context"]?.object ?? [:]).merging(["objectWriteTraceId": [.string(trace)]]) { $1 })
                errors.append(.object(named))
                continue
            }
            let id = "\(9000 + records.count)"
            records["\(type)/\(id)"] = properties
            writes["\(type)/\(id)", default: 0] += 1
            for association in input["associations"]?.array ?? [] {
                let number = association["types"]?[0]?["associationTypeId"]?.int ?? 0
                link("\(type)/\(id)", Self.other(of: number), association["to"]?["id"]?.text ?? "", number)
            }
            var result = Self.object(id, properties).object ?? [:]
            result["objectWriteTraceId"] = .string(trace)
            results.append(.object(result))
        }
        // In no promised order.
        return HTTPResponse(errors.isEmpty ? 201 : 207, ["results": .array(results.reversed()), "errors": .array(errors)])
    }

    private func duplicate(_ type: String, _ properties: [String: String]) -> JSON? {
        let mine = records.filter { $0.key.hasPrefix("\(type)/") }
        if let reference = properties["passerelle_ref"], hasUniqueReference == true,
            mine.contains(where: { $0.value["passerelle_ref"] == reference })
        {
            return [
                "category": "CONFLICT", "message": "a value must be unique", "context": ["propertyName": ["passerelle_ref"]],
            ]
        }
        guard type == "contacts", let mail = properties["email"]?.lowercased(),
            let holder = mine.first(where: { $0.value["email"]?.lowercased() == mail })
        else { return nil }
        return ["category": "CONFLICT", "message": .string("Contact already exists. Existing ID: \(holder.key.dropFirst(9))")]
    }

    func read(_ type: String, by request: JSON) -> HTTPResponse {
        let property = request["idProperty"]?.text ?? ""
        guard property != "passerelle_ref" || hasUniqueReference == true else {
            return HTTPResponse(400, ["message": "no unique property"])
        }
        let asked = Set((request["inputs"]?.array ?? []).compactMap { $0["id"]?.text?.lowercased() })
        return found(type) { asked.contains($0[property]?.lowercased() ?? "") }
    }

    /// By the values of one `IN` filter.
    func search(_ type: String, _ request: JSON) -> HTTPResponse {
        let filter = request["filterGroups"]?[0]?["filters"]?[0]
        let values = Set((filter?["values"]?.array ?? []).compactMap(\.text))
        let name = filter?["propertyName"]?.text ?? ""
        return found(type) { !isSearchBehind && values.contains($0[name]?.lowercased() ?? "") }
    }

    private func found(_ type: String, where matches: ([String: String]) -> Bool) -> HTTPResponse {
        let found = records.filter { $0.key.hasPrefix("\(type)/") && matches($0.value) }.sorted { $0.key < $1.key }
        return HTTPResponse(200, ["results": .array(found.map { Self.object(String($0.key.split(separator: "/")[1]), $0.value) })])
    }
}

extension HubSpotBook.State {
    mutating func associate(_ type: String, _ other: String, _ request: JSON) -> HTTPResponse {
        each(type, other, request) { state, from, to, number in state.link(from, other, to, number) }
    }

    mutating func dissociate(_ type: String, _ other: String, _ request: JSON) -> HTTPResponse {
        each(type, other, request) { state, from, to, _ in
            state.associations["\(from)/\(other)"]?.removeAll { $0 == to }
            state.links.append("-\(from) \(other)/\(to)")
        }
    }

    private mutating func each(
        _ type: String, _ other: String, _ request: JSON, do write: (inout Self, String, String, Int) -> Void
    ) -> HTTPResponse {
        var errors: [JSON] = []
        for input in request["inputs"]?.array ?? [] {
            let from = input["from"]?["id"]?.text ?? ""
            let to = input["to"]?["id"]?.text ?? input["to"]?[0]?["id"]?.text ?? ""
            if var error = refusesLink?(from, to)?.object {
                error["context"] = ["fromObjectId": [.string(from)], "toObjectId": [.string(to)]]
                errors.append(.object(error))
            } else {
                write(&self, "\(type)/\(from)", to, input["types"]?[0]?["associationTypeId"]?.int ?? 0)
            }
        }
        return HTTPResponse(errors.isEmpty ? 201 : 207, ["results": [], "errors": .array(errors)])
    }

    mutating func link(_ from: String, _ other: String, _ to: String, _ number: Int) {
        if associations["\(from)/\(other)"]?.contains(to) != true { associations["\(from)/\(other)", default: []].append(to) }
        links.append("+\(from) \(other)/\(to) (\(number))")
    }

    /// The other end of an association of this number.
    private static func other(of number: Int) -> String {
        switch number {
        case 3, 194, 200, 198: "contacts"
        case 4, 206, 212, 210: "deals"
        default: "companies"
        }
    }
}
