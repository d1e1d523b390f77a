import CCurl

extension CurlHandle {
    /// Sets every option of one request. `transfer` must live until `clear`.
    func prepare(_ order: Order, transfer: Transfer) throws(CurlError) {
        try setPolicy(order.policy)
        try set(CURLOPT_URL, order.request.url)
        if order.address.isLoopback { try set(CURLOPT_NOPROXY, "*") }
        try set(CURLOPT_CUSTOMREQUEST, order.request.method.rawValue)
        switch order.request.method {
        case .post, .patch, .put: try set(body: order.request.body ?? [])
        case .get, .delete: if let body = order.request.body { try set(body: body) }
        }
        try set(headers: HeaderList(order.request))
        try set(receiver: transfer)
    }

    private func setPolicy(_ policy: ConnectionPolicy) throws(CurlError) {
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_PROTOCOLS_STR, "http,https")
        try set(CURLOPT_FOLLOWLOCATION, 0)
        // One request at a time on each connection: HTTP/2 would have nothing to multiplex.
        try set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
        try set(CURLOPT_SSL_VERIFYPEER, 1)
        try set(CURLOPT_SSL_VERIFYHOST, 2)
        try set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        if let caFile = policy.caFile { try set(CURLOPT_CAINFO, caFile) }
        // Every compression that this libcurl knows.
        try set(CURLOPT_ACCEPT_ENCODING, "")
        try set(CURLOPT_TCP_KEEPALIVE, 1)
        try set(CURLOPT_CONNECTTIMEOUT_MS, max(1, Int(policy.limits.connectDeadline / .milliseconds(1))))
        try set(CURLOPT_MAXAGE_CONN, max(1, Int(policy.limits.idleAge / .seconds(1))))
    }
}
