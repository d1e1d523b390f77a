import FoundationEssentials
import HTTP
import Logging

/// What the fleet tells of itself: its health pages, its figures, and what it logged.
extension FleetUnderTest {
    /// As `METRICS_LISTEN`: every process gets a port of its own.
    public static let anyPort = "any"

    /// Asks the first running process of a program; nil while it does not answer.
    public func ask(
        _ program: String, _ path: String, within seconds: Int = 10
    ) async throws -> (status: Int, text: String)? {
        guard let address = running(program).first?.environment["METRICS_LISTEN"] else { return nil }
        let client = HTTPClient(userAgent: "passerelle-tests", logger: Logger(label: "tests"))
        let request = HTTPRequest(.get, "http://\(address)\(path)", deadline: .seconds(seconds))
        let answer = try? await client.send(request)
        await client.shutdown()
        return answer.map { ($0.status, String(decoding: $0.body, as: UTF8.self)) }
    }

    /// The lines that the processes of a program have logged.
    public func log(of program: String) -> [String] {
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(program).log") else { return [] }
        return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
