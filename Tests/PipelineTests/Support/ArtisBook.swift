import HTTP
import Synchronization

/// An artis.net in memory, as strict about versions, references and keys as artis-port.md is.
final class ArtisBook: HTTPTransport {
    struct Record: Sendable {
        var version: Int64 = 1
        var reference: String?
        var fields: [String: JSON] = [:]
    }

    struct State: Sendable {
        /// Records by "collection/id".
        var records: [String: Record] = [:]
        /// What was answered to a key: the request, and the result.
        var keys: [String: (request: JSON, result: JSON)] = [:]
        var calls: [HTTPRequest] = []
        /// Operations that were sent, in order.
        var operations: [JSON] = []
        var parameters = ["HUBSPOT_DELAI_APPELS": "500", "HUBSPOT_DECLENCHEUR_CYCLE_DE_VIE_SYNCHRO_ENTREPRISE": "opportunity"]
        /// Answers a whole call in the book's place.
        var interrupt: Interrupt?
        /// The rows of TD_HubspotAction.
        var actions: [JSON] = []
        /// Kills the worker at one of its calls.
        var death: Death?
        /// The result of some operations, in the book's place.
        var refusal: (result: JSON, concerns: @Sendable (JSON) -> Bool)?
    }

    typealias Interrupt = @Sendable (ArtisBook, HTTPRequest) async throws(HTTPFailure) -> HTTPResponse?

    let state = Mutex(State())

    var calls: [HTTPRequest] { state.withLock { $0.calls } }
    var operations: [JSON] { state.withLock { $0.operations } }

    /// Everything in a collection, by id.
    func records(_ collection: String) -> [String: Record] {
        state.withLock { state in
            let mine = state.records.filter { $0.key.hasPrefix("\(collection)/") }
            return Dictionary(uniqueKeysWithValues: mine.map { (String($0.key.dropFirst(collection.count + 1)), $0.value) })
        }
    }

    /// A person writes in artis.
    func put(_ collection: String, _ id: String, reference: String? = nil, _ fields: [String: JSON]) {
        state.withLock { state in
            var record = state.records["\(collection)/\(id)"] ?? Record(version: 0)
            record.version += 1
            record.reference = reference ?? record.reference
            record.fields.merge(fields) { _, new in new }
            state.records["\(collection)/\(id)"] = record
        }
    }

    func remove(_ collection: String, _ id: String) { state.withLock { $0.records["\(collection)/\(id)"] = nil } }

    /// A decision table: types of actions of the domain COM and the motive SUIVI, and what they are in HubSpot.
    func hold(actions: [(type: String, result: String)]) {
        state.withLock { state in
            state.actions = actions.enumerated().map { place, row in
                [
                    "position": .number(JSONNumber(Int64(place + 1))), "domaine": "COM", "type": .string(row.type),
                    "motif": "SUIVI", "resultat": .string(row.result),
                ]
            }
        }
    }

    func die(_ death: Death?) { state.withLock { $0.death = death } }

    func interrupt(_ interrupt: Interrupt?) { state.withLock { $0.interrupt = interrupt } }

    func refuse(_ result: JSON, where concerns: @escaping @Sendable (JSON) -> Bool = { _ in true }) {
        state.withLock { $0.refusal = (result, concerns) }
    }

    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        let (interrupt, death) = state.withLock { state in
            state.calls.append(request)
            return (state.interrupt, state.death)
        }
        try death?.beforeEffect()
        if let answer = try await interrupt?(self, request) { return answer }
        let answer = self.answer(request)
        try death?.afterEffect()
        return answer
    }

    private func answer(_ request: HTTPRequest) -> HTTPResponse {
        let path = request.path.split(separator: "/").map(String.init)
        return switch path.last {
        case "lecture": state.withLock { HTTPResponse(200, $0.read(path[1], request.json)) }
        case "lots": state.withLock { state in
            let results = (request.json["operations"]?.array ?? []).map { state.write(path[1], $0) }
            return HTTPResponse(200, ["resultats": .array(results)])
        }
        default: state.withLock { $0.reference(path) }
        }
    }
}

extension HTTPRequest {
    var json: JSON { (try? JSON.parse(body ?? [])) ?? .null }
    /// Without host and query.
    var path: String {
        let rest = url.split(separator: "://", maxSplits: 1).last ?? ""
        return "/" + rest.split(separator: "?")[0].split(separator: "/").dropFirst().joined(separator: "/")
    }
}

extension HTTPResponse {
    init(_ status: Int, _ json: JSON = [:]) { self.init(status: status, body: json.serialise()) }
}
