import CCurl

/// libcurl as a whole, set up once before its first use, on whichever thread that is.
enum CurlLibrary {
    static let ready: Void = {
        let code = curl_global_init(Int(CURL_GLOBAL_DEFAULT))
        precondition(code == CURLE_OK, "libcurl cannot be set up")
    }()
}
