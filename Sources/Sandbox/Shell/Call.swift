/// One call as a server received it: already decoded, its body read whole.
struct Call: Sendable {
    /// Upper case: `GET`.
    let method: String
    /// As sent, without the query.
    let path: String
    /// The path's parts, percent-decoded, empty ones left out.
    let segments: [String]
    let query: Query
    /// Names in lower case; the last of several values.
    let headers: [String: String]
    let body: [UInt8]
    /// Microseconds since 1970 on the sandbox's steady clock, taken when the head had been read.
    let arrivedAt: Int

    /// The body as JSON; nil when it is none.
    var json: JSON? { try? JSONReader.read(body) }

    /// The token behind `Authorization: Bearer`.
    var bearer: String? {
        guard let header = headers["authorization"], header.lowercased().hasPrefix("bearer ") else { return nil }
        return String(header.dropFirst(7))
    }
}
