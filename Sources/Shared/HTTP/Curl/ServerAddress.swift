import CCurl

/// The part of a URL that says whom to call, read by libcurl's own parser: what is judged here is what is called later.
@safe struct ServerAddress: Sendable, Equatable {
    let scheme: String
    let host: String

    /// Calls to this machine never go through a proxy.
    var isLoopback: Bool { host == "localhost" || host == "[::1]" || host.hasPrefix("127.") }

    /// - Throws: `.invalid` for anything but an absolute `http` or `https` URL without user name and password.
    init(_ url: String) throws(HTTPFailure) {
        let parts = unsafe curl_url()
        defer { unsafe curl_url_cleanup(parts) }
        let code = unsafe curl_url_set(parts, CURLUPART_URL, url, UInt32(CURLU_DISALLOW_USER))
        guard code == CURLUE_OK else {
            throw .invalid("the URL cannot be used: \(unsafe String(cString: curl_url_strerror(code)))")
        }
        guard let scheme = unsafe Self.part(CURLUPART_SCHEME, of: parts), ["http", "https"].contains(scheme) else {
            throw .invalid("the URL's scheme is neither http nor https")
        }
        guard let host = unsafe Self.part(CURLUPART_HOST, of: parts), !host.isEmpty else {
            throw .invalid("the URL names no host")
        }
        self.scheme = scheme
        self.host = host.lowercased()
    }

    private static func part(_ part: CURLUPart, of parts: OpaquePointer?) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        defer { unsafe curl_free(text) }
        guard unsafe curl_url_get(parts, part, &text, 0) == CURLUE_OK, let text = unsafe text else { return nil }
        return unsafe String(cString: text)
    }
}
