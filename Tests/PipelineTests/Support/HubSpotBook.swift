import HTTP
import Synchronization

/// A HubSpot in memory.
final class HubSpotBook: HTTPTransport {
    struct State: Sendable {
        /// Properties by "type/id", such as "companies/4102".
        var records: [String: [String: String]] = [:]
        /// Ends of one record by "type/id/other type".
        var associations: [String: [String]] = [:]
        /// Those of `associations` that are the primary one.
        var primaries: [String: String] = [:]
        var calls: [HTTPRequest] = []
        var stages = ["Approche", "Négociation", "Conclusion", "Gagnée", "Perdue", "Annulée"]
        /// Answers a whole call in the book's place.
        var interrupt: Interrupt?
        /// The error of one input of a batch update, by its id.
        var refusals: [String: JSON] = [:]
        /// The error of one record that is to be created, if any.
        var refusesCreation: (@Sendable ([String: String]) -> JSON?)?
        /// The error of one link, by the ids of its ends, if any.
        var refusesLink: (@Sendable (_ from: String, _ to: String) -> JSON?)?
        /// What the account has of our property: `true` with unique values, `false` without, nil not at all.
        var hasUniqueReference: Bool? = true
        /// What the account calls the SIRET of a company.
        var siretProperty = "SIRET"
        /// Searches know nothing yet of what was written.
        var isSearchBehind = false
        /// How often each record was written, by "type/id".
        var writes: [String: Int] = [:]
        /// Links that were made and taken away, in order: "+deals/1 companies/5 (5)".
        var links: [String] = []
        /// Kills the worker at one of its calls.
        var death: Death?
    }

    typealias Interrupt = @Sendable (HTTPRequest) async throws(HTTPFailure) -> HTTPResponse?

    let state = Mutex(State())

    var calls: [HTTPRequest] { state.withLock { $0.calls } }

    func record(_ key: String) -> [String: String] { state.withLock { $0.records[key] ?? [:] } }

    /// A person writes in HubSpot.
    func put(_ key: String, _ properties: [String: String]) {
        state.withLock { $0.records[key, default: [:]].merge(properties) { _, new in new } }
    }

    func remove(_ key: String) { state.withLock { $0.records[key] = nil } }

    func associate(_ key: String, _ others: String, _ ids: [String], primary: String? = nil) {
        state.withLock { state in
            state.associations["\(key)/\(others)"] = ids
            state.primaries["\(key)/\(others)"] = primary
        }
    }

    func interrupt(_ interrupt: Interrupt?) { state.withLock { $0.interrupt = interrupt } }

    func refuse(_ id: String, _ error: JSON) { state.withLock { $0.refusals[id] = error } }

    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        let (interrupt, death) = state.withLock { state in
            state.calls.append(request)
            return (state.interrupt, state.death)
        }
        try death?.beforeEffect()
        if let answer = try await interrupt?(request) { return answer }
        let answer = self.answer(request)
        try death?.afterEffect()
        return answer
    }

    private func answer(_ request: HTTPRequest) -> HTTPResponse {
        let path = request.path.split(separator: "/").map(String.init)
        return state.withLock { state in
            switch path.last {
            case "read" where path.contains("associations"): state.ends(of: path[3], to: path[4], request.inputs)
            case "create" where path.contains("associations"): state.associate(path[3], path[4], request.json)
            case "archive" where path.contains("associations"): state.dissociate(path[3], path[4], request.json)
            case "read" where request.json["idProperty"] != nil: state.read(path[3], by: request.json)
            case "read": state.read(path[3], request.inputs)
            case "create": state.create(path[3], request.json["inputs"]?.array ?? [])
            case "search": state.search(path[3], request.json)
            case "update": state.update(path[3], request.json["inputs"]?.array ?? [])
            default: state.reference(path)
            }
        }
    }
}

extension HTTPRequest {
    /// The ids of a batch's inputs.
    var inputs: [String] { (json["inputs"]?.array ?? []).compactMap { $0["id"]?.text } }
}

extension HubSpotBook.State {
    fileprivate func read(_ type: String, _ ids: [String]) -> HTTPResponse {
        let found = ids.compactMap { id in records["\(type)/\(id)"].map { Self.object(id, $0) } }
        return HTTPResponse(200, ["results": .array(found)])
    }

    fileprivate mutating func update(_ type: String, _ inputs: [JSON]) -> HTTPResponse {
        var results: [JSON] = []
        var errors: [JSON] = []
        for input in inputs {
            let id = input["id"]?.text ?? ""
            if let error = refusals[id] {
                errors.append(error)
                continue
            }
            let properties = (input["properties"]?.object ?? [:]).compactMapValues(\.string)
            records["\(type)/\(id)", default: [:]].merge(properties) { _, new in new }
            writes["\(type)/\(id)", default: 0] += 1
            results.append(Self.object(id, records["\(type)/\(id)"] ?? [:]))
        }
        return HTTPResponse(errors.isEmpty ? 200 : 207, ["results": .array(results), "errors": .array(errors)])
    }

    fileprivate func ends(of type: String, to other: String, _ ids: [String]) -> HTTPResponse {
        let results = ids.compactMap { id -> JSON? in
            guard let ends = associations["\(type)/\(id)/\(other)"], !ends.isEmpty else { return nil }
            let primary = primaries["\(type)/\(id)/\(other)"]
            return ["from": ["id": .string(id)], "to": .array(ends.map { end in
                let types: [JSON] = end == primary ? [["typeId": type == "deals" ? 5 : 1]] : []
                return ["toObjectId": .string(end), "associationTypes": .array(types)]
            })]
        }
        return HTTPResponse(200, ["results": .array(results)])
    }

    static func object(_ id: String, _ properties: [String: String]) -> JSON {
        ["id": .string(id), "objectWriteTraceId": .string(id), "properties": .object(properties.mapValues(JSON.string))]
    }

    fileprivate func reference(_ path: [String]) -> HTTPResponse {
        switch path {
        case let path where path.contains("owners"):
            HTTPResponse(200, ["results": [["id": "71", "userId": "901", "email": "marie@exemple.fr"]]])
        case let path where path.contains("pipelines"):
            HTTPResponse(200, ["results": [["id": "7", "label": "Ventes", "stages": .array(stages.enumerated().map { place, label in
                ["id": .string("s\(place)"), "label": .string(label), "displayOrder": .number(JSONNumber(Int64(place)))]
            })]]])
        case let path where path.last == "passerelle_ref":
            hasUniqueReference.map { HTTPResponse(200, ["name": "passerelle_ref", "hasUniqueValue": .bool($0)]) }
                ?? HTTPResponse(404)
        case let path where path.contains("properties"):
            HTTPResponse(200, ["results": [["name": .string(siretProperty)], ["name": "lifecyclestage", "options": [["value": "opportunity"]]]]])
        case let path where path.contains("account-info"): HTTPResponse(200, ["timeZone": "Europe/Paris"])
        default: HTTPResponse(404)
        }
    }
}
