/// A complete answer, whatever its status: a redirect or a refusal is an answer too.
public struct HTTPResponse: Sendable, Equatable {
    public var status: Int
    /// As the server sent them: `Content-Encoding` and `Content-Length` speak of the bytes on the wire.
    public var headers: HTTPHeaders
    /// Decompressed.
    public var body: [UInt8]

    public init(status: Int, headers: HTTPHeaders = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
