public import Domain

/// Why there is no answer, sorted by what is known of the request: that decides what the caller may do next.
public enum HTTPFailure: Error, Sendable, Equatable {
    /// The hook gave no permit. Nothing was sent.
    case refusedByHook(PermitVerdict)
    /// Name, connection or TLS handshake failed. Nothing was sent; try again later.
    case unreachable(String)
    /// The server's certificate is not one to trust. Nothing was sent; someone must act.
    case untrusted(String)
    /// It was sent, whole or in part, and what the server made of it is unknown.
    case interrupted(String)
    /// The deadline passed; `sent` tells whether the server may have seen the request.
    case deadline(sent: Bool)
    /// The server answered with more than `limit` bytes, counted after decompression, or with endless headers.
    case tooLarge(limit: Int)
    /// The caller's task was cancelled, or the client was shut down.
    case cancelled(sent: Bool)
    /// The caller's own fault: URL, header, scheme, body or CA file. Nothing was sent; trying again is no use.
    case invalid(String)

    /// Whether the server may have acted on the request: then a write must be looked up before it is repeated.
    public var mayHaveBeenSent: Bool {
        switch self {
        case .refusedByHook, .unreachable, .untrusted, .invalid: false
        case .interrupted, .tooLarge: true
        case .deadline(let sent), .cancelled(let sent): sent
        }
    }
}
