import Domain
import HTTP
import Logging

func client(
    connections: Int = 1, connectDeadline: Duration = .seconds(5), maxResponseBytes: Int = 1 << 20,
    caFile: String? = nil, hook: PermitSource? = nil, told: HTTPClient.Report? = nil
) -> HTTPClient {
    HTTPClient(
        limits: HTTPClientLimits(
            connections: connections, connectDeadline: connectDeadline, maxResponseBytes: maxResponseBytes),
        userAgent: "passerelle/test", caFile: caFile, hook: hook, told: told, logger: Logger(label: "test"))
}

extension HTTPClient {
    /// The failure of a request that must fail.
    func failure(_ request: HTTPRequest) async -> HTTPFailure? {
        do throws(HTTPFailure) {
            _ = try await send(request)
            return nil
        } catch {
            return error
        }
    }
}

let permit = PermitRequest(purpose: .read, lane: .live)
