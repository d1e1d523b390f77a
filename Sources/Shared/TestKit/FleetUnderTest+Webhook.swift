public import HTTP
import Logging

extension FleetUnderTest {
    /// Calls the receiver as a stranger or HubSpot would; the status and the body that it answers.
    public func callReceiver(
        _ body: [UInt8], headers: HTTPHeaders = [:], query: String = ""
    ) async throws -> (status: Int, body: [UInt8]) {
        let client = HTTPClient(userAgent: "HubSpot Webhooks", logger: Logger(label: "tests"))
        var headers = headers
        headers["content-type"] = "application/json"
        let answer = try await client.send(
            HTTPRequest(.post, receiver + query, headers: headers, body: body, deadline: .seconds(10)))
        await client.shutdown()
        return (answer.status, answer.body)
    }
}
