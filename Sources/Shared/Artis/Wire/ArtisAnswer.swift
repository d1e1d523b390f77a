import HTTP

/// An answer that artis means as one: 2xx with JSON.
struct ArtisAnswer: Sendable {
    let status: Int
    let json: JSON

    init(_ response: HTTPResponse) throws(ArtisFailure) {
        status = response.status
        let body = { (try? JSON.parse(response.body)) ?? .null }
        switch response.status {
        case 200..<300:
            do throws(JSONError) { json = try JSON.parse(response.body) } catch {
                throw .faulted(response.status, "\(error)")
            }
        case 408, 429, 502, 503, 504:
            throw .unavailable("artis.net answered \(response.status)", retryAfter: Self.retryAfter(response))
        case 401: throw .unauthorised("artis.net answered 401: the API key is refused")
        case 403: throw .unauthorised("artis.net answered 403: the API key does not allow this call")
        case 400..<500: throw .refused(ArtisError(body(), status: response.status))
        default: throw .faulted(response.status, ArtisError(body(), status: response.status).message)
        }
    }

    /// The elements of an array that the answer must have.
    func list(_ name: String) throws(ArtisFailure) -> [JSON] {
        guard let list = json[name]?.array else { throw .faulted(status, "the answer has no list \"\(name)\"") }
        return list
    }

    /// `Retry-After` in seconds; a date there is passed over.
    private static func retryAfter(_ response: HTTPResponse) -> Duration? {
        response.headers["Retry-After"].flatMap { Int64($0) }.flatMap { $0 >= 0 ? .seconds(min($0, 86_400)) : nil }
    }
}
