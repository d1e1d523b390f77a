import CCurl

/// What a call of libcurl answered other than "done".
struct CurlError: Error {
    let code: CURLcode
    /// libcurl's own words, the detailed ones where it gave any.
    let text: String
}

/// The one reader of libcurl's status codes.
func check(_ code: CURLcode, detail: String = "") throws(CurlError) {
    guard code != CURLE_OK else { return }
    throw CurlError(code: code, text: detail.isEmpty ? unsafe String(cString: curl_easy_strerror(code)) : detail)
}

func check(_ code: CURLMcode) throws(CurlError) {
    guard code != CURLM_OK else { return }
    throw CurlError(code: CURLE_FAILED_INIT, text: unsafe String(cString: curl_multi_strerror(code)))
}

extension HTTPFailure {
    /// - Parameter sent: whether the request had begun to leave when libcurl gave up.
    init(_ error: CurlError, sent: Bool) {
        self =
            switch error.code {
            case _ where sent: .interrupted(error.text)
            case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
                .untrusted(error.text)
            case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL, CURLE_LOGIN_DENIED, CURLE_SSL_CACERT_BADFILE:
                .invalid(error.text)
            default: .unreachable(error.text)
            }
    }
}
