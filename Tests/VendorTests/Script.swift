import Domain
import HTTP
import Synchronization

/// A transport that answers from a function, and keeps what it was sent.
final class Script: HTTPTransport {
    typealias Answer = @Sendable (HTTPRequest, Int) throws(HTTPFailure) -> HTTPResponse

    private let answer: Answer
    private let kept = Mutex<[HTTPRequest]>([])

    /// - Parameter answer: gets the request, and how many came before it.
    init(_ answer: @escaping Answer) { self.answer = answer }

    /// The same status and body to every request.
    convenience init(_ status: Int, _ body: String, headers: HTTPHeaders = [:]) {
        self.init { _, _ in HTTPResponse(status: status, headers: headers, body: Array(body.utf8)) }
    }

    /// No answer but a failure.
    convenience init(_ failure: HTTPFailure) {
        self.init { _, _ throws(HTTPFailure) in throw failure }
    }

    var requests: [HTTPRequest] { kept.withLock { $0 } }
    var bodies: [JSON] { requests.map { (try? JSON.parse($0.body ?? [])) ?? .null } }

    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        let before = kept.withLock { kept in
            kept.append(request)
            return kept.count - 1
        }
        return try answer(request, before)
    }
}

extension HTTPResponse {
    init(_ status: Int, _ json: JSON) { self.init(status: status, body: json.serialise()) }
}

extension HTTPRequest {
    var json: JSON { (try? JSON.parse(body ?? [])) ?? .null }

    /// The ids of a batch's inputs.
    var inputs: [String] { (json["inputs"]?.array ?? []).compactMap { $0["id"]?.text } }
}

/// What functions with typed errors gave: the error, or nil.
func failure<Value, Failure: Error>(_ call: () async throws(Failure) -> Value) async -> Failure? {
    do throws(Failure) {
        _ = try await call()
        return nil
    } catch {
        return error
    }
}
