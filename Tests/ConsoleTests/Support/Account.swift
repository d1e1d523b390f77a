import Domain
import HTTP
import HubSpot
import Runtime
import Synchronization

/// A HubSpot of one's own: answers by a closure, and keeps what it was asked.
final class Account: HTTPTransport {
    private let asked = Mutex<[HTTPRequest]>([])
    private let answer: @Sendable (HTTPRequest, Int) throws(HTTPFailure) -> JSON

    /// - Parameter answer: gets the request and how many came before it.
    init(_ answer: @escaping @Sendable (HTTPRequest, Int) throws(HTTPFailure) -> JSON) { self.answer = answer }

    var requests: [HTTPRequest] { asked.withLock { $0 } }

    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        let number = asked.withLock { asked in
            asked.append(request)
            return asked.count - 1
        }
        return HTTPResponse(status: 200, body: try answer(request, number).serialise())
    }

    var client: HubSpotClient {
        HubSpotClient(transport: self, baseURL: "http://localhost", token: Secret("pat"), pace: .silent)
    }
}

extension HTTPRequest {
    var json: JSON { (try? JSON.parse(body ?? [])) ?? .null }

    /// The value of a filter of a search.
    func filter(_ property: String) -> String? {
        json["filterGroups"]?[0]?["filters"]?.array?.first { $0["propertyName"]?.string == property }?["value"]?.string
    }
}

/// Ticked records `from`…`to` as a search finds them, after the last one seen; companies are opportunities.
func found(_ ids: ClosedRange<Int>, _ request: HTTPRequest) -> JSON {
    let last = Int(request.filter("hs_object_id") ?? "0") ?? 0
    let left = ids.filter { $0 > last }
    return [
        "total": .of(left.count),
        "results": .array(
            left.prefix(200).map { id in
                [
                    "id": .string("\(id)"),
                    "properties": [
                        "hs_lastmodifieddate": "2026-11-01T00:00:00Z", "lifecyclestage": "opportunity", "synchro_artis": "true",
                    ],
                    "createdAt": "2026-10-01T00:00:00Z", "updatedAt": "2026-11-01T00:00:00Z",
                ]
            }),
    ]
}

extension JSON {
    fileprivate static func of(_ number: Int) -> JSON { .number(JSONNumber(Int64(number))) }
}
