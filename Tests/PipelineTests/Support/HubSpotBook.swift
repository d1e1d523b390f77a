import HTTP
import Synchronization

/// A HubSpot in memory.
final class HubSpotBook: HTTPTransport {
    struct State: Sendable {
        /// Properties by "type/id", such as "companies/4102".
        var records: [String: [String: String]] = [:]
        /// Ends of one record by "type/id/other type".
        var associations: [String: [String]] = [:]
        var calls: [HTTPRequest] = []
        var stages = ["Approche", "Négociation", "Conclusion", "Gagnée", "Perdue", "Annulée"]
        /// Answers a whole call in the book's place.
        var interrupt: Interrupt?
        /// The error of one input of a batch update, by its id.
        var refusals: [String: JSON] = [:]
    }

    typealias Interrupt = @Sendable (HTTPRequest) async throws(HTTPFailure) -> HTTPResponse?

    let state = Mutex(State())

    var calls: [HTTPRequest] { state.withLock { $0.calls } }

    func record(_ key: String) -> [String: String] { state.withLock { $0.records[key] ?? [:] } }

    /// A person writes in HubSpot.
    func put(_ key: String, _ properties: [String: String]) {
        state.withLock { $0.records[key, default: [:]].merge(properties) { _, new in new } }
    }

    func associate(_ key: String, _ others: String, _ ids: [String]) {
        state.withLock { $0.associations["\(key)/\(others)"] = ids }
    }

    func interrupt(_ interrupt: Interrupt?) { state.withLock { $0.interrupt = interrupt } }

    func refuse(_ id: String, _ error: JSON) { state.withLock { $0.refusals[id] = error } }

    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        let interrupt = state.withLock { state in
            state.calls.append(request)
            return state.interrupt
        }
        if let answer = try await interrupt?(request) { return answer }
        let path = request.path.split(separator: "/").map(String.init)
        return state.withLock { state in
            switch path.last {
            case "read" where path.contains("associations"): state.ends(of: path[3], to: path[4], request.inputs)
            case "read": state.read(path[3], request.inputs)
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
            results.append(Self.object(id, records["\(type)/\(id)"] ?? [:]))
        }
        return HTTPResponse(errors.isEmpty ? 200 : 207, ["results": .array(results), "errors": .array(errors)])
    }

    fileprivate func ends(of type: String, to other: String, _ ids: [String]) -> HTTPResponse {
        let results = ids.compactMap { id -> JSON? in
            guard let ends = associations["\(type)/\(id)/\(other)"], !ends.isEmpty else { return nil }
            return ["from": ["id": .string(id)], "to": .array(ends.map { ["toObjectId": .string($0), "associationTypes": []] })]
        }
        return HTTPResponse(200, ["results": .array(results)])
    }

    private static func object(_ id: String, _ properties: [String: String]) -> JSON {
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
            HTTPResponse(200, ["name": "passerelle_ref", "hasUniqueValue": true])
        case let path where path.contains("properties"):
            HTTPResponse(200, ["results": [["name": "SIRET"], ["name": "lifecyclestage", "options": [["value": "opportunity"]]]]])
        case let path where path.contains("account-info"): HTTPResponse(200, ["timeZone": "Europe/Paris"])
        default: HTTPResponse(404)
        }
    }
}
