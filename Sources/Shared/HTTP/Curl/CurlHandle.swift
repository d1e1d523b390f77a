import CCurl

/// A transfer handle, and the stack of one that drives it: it keeps the connection, and can be woken while it waits.
@safe final class CurlHandle {
    private let easy: UnsafeMutableRawPointer
    private let multi: UnsafeMutableRawPointer
    private let detail: UnsafeMutablePointer<CChar>
    /// libcurl does not copy them.
    private var headers: HeaderList?

    init() {
        CurlLibrary.ready
        guard let easy = unsafe curl_easy_init(), let multi = unsafe curl_multi_init() else {
            preconditionFailure("out of memory for a libcurl handle")
        }
        unsafe (self.easy, self.multi) = (easy, multi)
        unsafe detail = .allocate(capacity: Int(CURL_ERROR_SIZE))
        unsafe detail.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    deinit {
        clear()
        unsafe curl_easy_cleanup(easy)
        unsafe curl_multi_cleanup(multi)
        unsafe detail.deallocate()
    }

    func set(_ option: CURLoption, _ value: Int) throws(CurlError) {
        try check(unsafe passerelle_curl_set_long(easy, option, value))
    }

    /// libcurl copies the text.
    func set(_ option: CURLoption, _ text: String) throws(CurlError) {
        try check(unsafe passerelle_curl_set_text(easy, option, text))
    }

    /// libcurl copies the bytes.
    func set(body: [UInt8]) throws(CurlError) {
        try set(CURLOPT_POSTFIELDSIZE, body.count)
        try check(unsafe passerelle_curl_set_bytes(easy, CURLOPT_COPYPOSTFIELDS, body))
    }

    func set(headers list: HeaderList) throws(CurlError) {
        headers = list
        try check(unsafe passerelle_curl_set_list(easy, CURLOPT_HTTPHEADER, list.lines))
    }

    /// `transfer` must live until `clear`; its three callbacks are called inside `step` only.
    func set(receiver transfer: Transfer) throws(CurlError) {
        let box = unsafe Unmanaged.passUnretained(transfer).toOpaque()
        for option in [CURLOPT_PREREQDATA, CURLOPT_HEADERDATA, CURLOPT_WRITEDATA] {
            try check(unsafe passerelle_curl_set_pointer(easy, option, box))
        }
        try check(unsafe passerelle_curl_set_prerequest(easy, Callbacks.prerequest))
        try check(unsafe passerelle_curl_set_write(easy, CURLOPT_HEADERFUNCTION, Callbacks.header))
        try check(unsafe passerelle_curl_set_write(easy, CURLOPT_WRITEFUNCTION, Callbacks.body))
    }

    func begin() throws(CurlError) {
        unsafe detail.pointee = 0
        try check(unsafe passerelle_curl_set_pointer(easy, CURLOPT_ERRORBUFFER, detail))
        try check(unsafe curl_multi_add_handle(multi, easy))
    }

    /// Does what can be done without waiting.
    ///
    /// - Returns: whether the transfer is complete.
    func step() throws(CurlError) -> Bool {
        var running: Int32 = 0, left: Int32 = 0
        try check(unsafe curl_multi_perform(multi, &running))
        guard let message = unsafe curl_multi_info_read(multi, &left) else { return false }
        try check(unsafe message.pointee.data.result, detail: unsafe String(cString: detail))
        return true
    }

    /// Sleeps until there is something to do, `wake` was called, or the time is over.
    func wait(_ time: Duration) throws(CurlError) {
        let (seconds, attoseconds) = time.components
        let milliseconds = min(seconds, 3600) * 1000 + attoseconds / 1_000_000_000_000_000 + 1
        try check(unsafe curl_multi_poll(multi, nil, 0, Int32(milliseconds), nil))
    }

    /// The one call that any thread may make.
    func wake() { unsafe _ = curl_multi_wakeup(multi) }

    func status() throws(CurlError) -> Int {
        var status = 0
        try check(unsafe passerelle_curl_get_long(easy, CURLINFO_RESPONSE_CODE, &status))
        return status
    }

    /// Ends the transfer and forgets its options; an open connection stays. Blocks while a name is being looked up.
    func clear() {
        unsafe _ = curl_multi_remove_handle(multi, easy)
        unsafe curl_easy_reset(easy)
        headers = nil
    }
}
