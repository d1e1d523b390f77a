import Domain
import HTTP
import Runtime

/// One call to HubSpot: the request, what its answer says of the limits, and its failures sorted.
struct HubSpotWire: Sendable {
    let transport: any HTTPTransport
    let baseURL: String
    let token: Secret
    let pace: HubSpotPace
    let clock: @Sendable () -> Instant

    /// Of one call, permits aside. HubSpot itself gives up after some ten seconds.
    private static let deadline: Duration = .seconds(30)

    /// How long a locked record is left alone at least (hubspot.md, "Limits").
    private static let lock: Duration = .seconds(2)

    /// What the answer to a call means if it is lost.
    enum Effect: Sendable {
        case reads, searches, writes
    }

    func get(_ path: String, _ query: [(String, String)] = [], for call: HubSpotCall) async throws(HubSpotFailure)
        -> JSON
    {
        let pairs = query.map { "\($0.0.percentEncoded)=\($0.1.percentEncoded)" }.joined(separator: "&")
        return try await send(.get, pairs.isEmpty ? path : "\(path)?\(pairs)", body: nil, .reads, call).json
    }

    func post(
        _ path: String, _ body: JSON, _ effect: Effect, for call: HubSpotCall
    ) async throws(HubSpotFailure) -> HubSpotAnswer {
        try await send(.post, path, body: body, effect, call)
    }

    func patch(_ path: String, _ body: JSON, for call: HubSpotCall) async throws(HubSpotFailure) -> HubSpotAnswer {
        try await send(.patch, path, body: body, .writes, call)
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, body: JSON?, _ effect: Effect, _ call: HubSpotCall
    ) async throws(HubSpotFailure) -> HubSpotAnswer {
        var headers: HTTPHeaders = ["Authorization": "Bearer \(token.exposed)", "Accept": "application/json"]
        if body != nil { headers["Content-Type"] = "application/json" }
        var request = HTTPRequest(
            method, baseURL + path, headers: headers, body: body?.serialise(), deadline: Self.deadline,
            permit: PermitRequest(purpose: call.purpose, lane: call.lane, search: effect == .searches))
        request.isRepeatable = effect != .writes
        let calledAt = clock()
        let response: HTTPResponse
        do throws(HTTPFailure) { response = try await transport.send(request) } catch {
            throw HubSpotFailure(error, effect)
        }
        if let quota = DailyQuota(response.headers, calledAt: calledAt) { await pace.quota(quota) }
        if response.status == 429 {
            let policy = PolicyName(answered: (try? JSON.parse(response.body))?["policyName"]?.string)
            await pace.penalised(policy)
            throw .notNow(nil, reason: "HubSpot answered 429 (\(policy.rawValue))")
        }
        if response.status == 423 {
            let wait = max(Self.lock, response.retryAfter ?? .zero)
            throw .notNow(clock() + wait, reason: HubSpotFailure.recordLocked)
        }
        return try HubSpotAnswer(response)
    }
}
