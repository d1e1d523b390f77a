import Testing

@testable import Sandbox

/// HubSpot without a network: calls go straight to the vendor, and arrive when the test says.
struct RunningHubSpot {
    let vendor: HubSpotVendor

    init(_ change: (inout HubSpotSettings) -> Void = { _ in }) throws {
        var settings = HubSpotSettings()
        settings.searchLag = 0
        settings.tenSecondLimit = 10_000
        settings.searchLimit = 10_000
        change(&settings)
        vendor = try HubSpotVendor(token: "secret", folder: nil, settings: settings)
    }

    /// - Parameter at: µs since 1970; now when nil.
    func send(
        _ method: String, _ target: String, _ body: JSON? = nil, token: String = "secret", at: Int? = nil
    ) async -> (status: Int, json: JSON, answer: Answer) {
        let call = Self.call(method, target, body, token: token, at: at)
        let answer = await vendor.answer(call)
        return (answer.status, (try? JSONReader.read(answer.body)) ?? .null, answer)
    }

    /// A control call; `target` without the leading `/sandbox`.
    @discardableResult
    func control(_ method: String, _ target: String, _ body: JSON? = nil) async throws -> JSON {
        let answer = try #require(await vendor.control(Self.call(method, target, body)))
        return (try? JSONReader.read(answer.body)) ?? .null
    }

    /// The id of a company with these properties.
    func company(_ properties: JSON = ["name": "Fournil"]) async throws -> String {
        try await id(of: send("POST", "/crm/v3/objects/companies", ["properties": properties]))
    }

    func contact(_ properties: JSON) async throws -> String {
        try await id(of: send("POST", "/crm/v3/objects/contacts", ["properties": properties]))
    }

    func id(of made: (status: Int, json: JSON, answer: Answer)) throws -> String {
        try #require(made.status == 201, "\(made.json.written)")
        return try #require(made.json["id"]?.text)
    }

    private static func call(
        _ method: String, _ target: String, _ body: JSON?, token: String = "", at: Int? = nil
    ) -> Call {
        let parts = target.split(separator: "?", maxSplits: 1)
        return Call(
            method: method, path: String(parts[0]),
            segments: parts[0].split(separator: "/").map { Query.decode($0, plus: false) },
            query: Query(parts.count > 1 ? parts[1] : ""),
            headers: ["authorization": "Bearer \(token)", "content-type": "application/json"],
            body: body?.bytes ?? [], arrivedAt: at ?? SteadyClock.shared.now)
    }
}
