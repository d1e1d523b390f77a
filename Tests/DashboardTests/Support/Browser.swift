import HTTP
import Logging
import Synchronization
import Testing

/// Somebody who looks at pages: keeps cookies, finds forms, follows nothing by itself.
final class Browser: Sendable {
    private let port: Int
    private let language: String
    private let client: HTTPClient
    private let jar = Mutex<[String: String]>([:])

    struct Answer {
        var status: Int
        var headers: HTTPHeaders
        var text: String

        var location: String? { headers["location"] }

        /// The hidden field of its first form that carries it.
        var token: String? { text.firstMatch(of: /name="token" value="([^"]*)"/).map { String($0.output.1) } }

        /// The addresses of its links and forms.
        var places: [String] {
            text.matches(of: /(?:href|action)="(\/[^"]*)"/).map { String($0.output.1).replacing("&amp;", with: "&") }
        }
    }

    init(port: Int, language: String) {
        self.port = port
        self.language = language
        client = HTTPClient(userAgent: "tests", logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() })
    }

    deinit { Task { [client] in await client.shutdown() } }

    var cookies: [String: String] {
        get { jar.withLock { $0 } }
        set { jar.withLock { $0 = newValue } }
    }

    func get(_ path: String, _ headers: [String: String] = [:]) async throws -> Answer {
        try await send(.get, path, nil, headers)
    }

    /// Sends a form as a page of the same site would; with the token of the overview unless another is given.
    func post(
        _ path: String, _ fields: [String: String] = [:], token: String? = "page", _ headers: [String: String] = [:]
    ) async throws -> Answer {
        var fields = fields
        if token == "page" { fields["token"] = try await get("/search").token } else { fields["token"] = token }
        let body = fields.map { "\($0.key)=\(Self.encoded($0.value))" }.joined(separator: "&")
        let site = ["sec-fetch-site": "same-origin", "origin": "http://127.0.0.1:\(port)"]
        return try await send(.post, path, Array(body.utf8), site.merging(headers) { _, given in given })
    }

    func send(_ method: HTTPRequest.Method, _ path: String, _ body: [UInt8]?, _ headers: [String: String]) async throws -> Answer {
        var fields: HTTPHeaders = ["accept-language": language]
        let cookies = cookies
        if !cookies.isEmpty { fields["cookie"] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
        if body != nil { fields["content-type"] = "application/x-www-form-urlencoded" }
        for (name, value) in headers { fields[name] = value.isEmpty ? nil : value }
        let answer = try await client.send(
            HTTPRequest(method, "http://127.0.0.1:\(port)\(path)", headers: fields, body: body, deadline: .seconds(10)))
        for line in answer.headers.values("set-cookie") { keep(line) }
        return Answer(status: answer.status, headers: answer.headers, text: String(decoding: answer.body, as: UTF8.self))
    }

    private func keep(_ line: String) {
        guard let pair = line.split(separator: ";").first?.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false),
            pair.count == 2
        else { return }
        let isGone = line.contains("Max-Age=0")
        jar.withLock { $0[String(pair[0])] = isGone ? nil : String(pair[1]) }
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            return scalar.properties.isAlphabetic && byte < 128 || (48...57).contains(byte)
                ? String(scalar) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}
