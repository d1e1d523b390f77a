import HTTP

/// An answer that HubSpot means as one: 2xx with JSON, or 204, which has none.
struct HubSpotAnswer: Sendable {
    let status: Int
    let json: JSON

    init(status: Int, json: JSON) {
        self.status = status
        self.json = json
    }

    init(_ response: HTTPResponse) throws(HubSpotFailure) {
        status = response.status
        switch response.status {
        case 204: json = .null
        case 200..<300:
            do throws(JSONError) { json = try JSON.parse(response.body) } catch {
                throw .faulted(response.status, "\(error)")
            }
        case 477, 408, 502, 503, 504, 520..<530:
            throw .unavailable("HubSpot answered \(response.status)", retryAfter: response.retryAfter)
        case 401: throw .unauthorised("HubSpot answered 401: the access token is refused")
        case 403: throw .refused(Self.forbidden(response))
        case 400..<500: throw .refused(HubSpotRefusal(response))
        default: throw .faulted(response.status, HubSpotRefusal(response).message)
        }
    }

    /// The elements of an array that the answer must have.
    func list(_ name: String) throws(HubSpotFailure) -> [JSON] {
        guard let list = json[name]?.array else { throw .faulted(status, "the answer has no list \"\(name)\"") }
        return list
    }

    /// What a 207 says against single inputs; every other answer has none.
    var errors: [JSON] { json["errors"]?.array ?? [] }

    /// HubSpot names the scopes it misses somewhere in the context of its errors.
    private static func forbidden(_ response: HTTPResponse) -> HubSpotRefusal {
        var refusal = HubSpotRefusal(response)
        let json = (try? JSON.parse(response.body)) ?? .null
        let contexts = ([json] + (json["errors"]?.array ?? [])).compactMap { $0["context"]?.object }
        let scopes = contexts.flatMap { context in
            context.filter { $0.key.lowercased().contains("scope") }.values.flatMap { $0.array ?? [] }.compactMap(
                \.string)
        }
        if !scopes.isEmpty {
            refusal.message = "the private app lacks a scope (\(Set(scopes).sorted().joined(separator: ", ")))"
        }
        return refusal
    }
}

extension HTTPResponse {
    /// `Retry-After` in seconds; a date there is passed over.
    var retryAfter: Duration? {
        headers["Retry-After"].flatMap { Int64($0) }.flatMap { $0 >= 0 ? .seconds(min($0, 86_400)) : nil }
    }
}
