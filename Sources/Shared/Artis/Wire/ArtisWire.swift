import HTTP
import Runtime

/// One call to artis: the request, and its failures sorted.
struct ArtisWire: Sendable {
    let transport: any HTTPTransport
    let baseURL: String
    let key: Secret

    private static let deadline: Duration = .seconds(30)

    /// - Parameter patience: how long artis may hold its answer back.
    func get(
        _ path: String, _ query: [(String, String)] = [], patience: Duration = .zero
    ) async throws(ArtisFailure) -> ArtisAnswer {
        let pairs = query.map { "\($0.0.percentEncoded)=\($0.1.percentEncoded)" }.joined(separator: "&")
        return try await send(
            .get, pairs.isEmpty ? path : "\(path)?\(pairs)", body: nil, headers: [:], writes: false, patience: patience)
    }

    func post(
        _ path: String, _ body: JSON, headers: HTTPHeaders = [:], writes: Bool = false
    ) async throws(ArtisFailure) -> ArtisAnswer {
        try await send(.post, path, body: body, headers: headers, writes: writes)
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, body: JSON?, headers: HTTPHeaders, writes: Bool,
        patience: Duration = .zero
    ) async throws(ArtisFailure) -> ArtisAnswer {
        var headers = headers
        headers["Authorization"] = "Bearer \(key.exposed)"
        headers["Accept"] = "application/json"
        if body != nil { headers["Content-Type"] = "application/json" }
        var request = HTTPRequest(
            method, baseURL + path, headers: headers, body: body?.serialise(),
            deadline: Self.deadline + patience)
        request.isRepeatable = !writes
        let response: HTTPResponse
        do throws(HTTPFailure) { response = try await transport.send(request) } catch {
            throw ArtisFailure(error, writes: writes)
        }
        return try ArtisAnswer(response)
    }
}
