import CCurl

/// Header lines in libcurl's form; they must outlive the transfer that sends them.
@safe final class HeaderList {
    private(set) var lines: UnsafeMutablePointer<curl_slist>?

    init(_ request: HTTPRequest) throws(CurlError) {
        for (name, value) in request.headers {
            // "Name:" would remove a header of libcurl's own; "Name;" sends an empty one.
            try append(value.isEmpty ? "\(name);" : "\(name): \(value)")
        }
        // What libcurl adds by itself: a form's media type, and a question before large bodies.
        if request.headers["Content-Type"] == nil { try append("Content-Type:") }
        try append("Expect:")
    }

    private func append(_ line: String) throws(CurlError) {
        guard let longer = unsafe curl_slist_append(lines, line) else { return try check(CURLE_OUT_OF_MEMORY) }
        unsafe lines = longer
    }

    deinit { unsafe curl_slist_free_all(lines) }
}
