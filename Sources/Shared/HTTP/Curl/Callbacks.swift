import CCurl

/// What libcurl calls in the course of a transfer. They capture nothing: the transfer comes back as userdata.
enum Callbacks {
    static let prerequest: curl_prereq_callback = { box, _, _, _, _ in
        unsafe transfer(box).mayBegin() ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
    }

    static let header: curl_write_callback = { bytes, size, count, box in
        let line = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
        return unsafe transfer(box).take(line: line) ? line.count : 0
    }

    static let body: curl_write_callback = { bytes, size, count, box in
        let part = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
        guard unsafe transfer(box).take(bytes: part) else { return refused }
        return part.count
    }

    /// Any other number than the one given ends a transfer.
    private static let refused = Int(CURL_WRITEFUNC_ERROR)

    private static func transfer(_ box: UnsafeMutableRawPointer?) -> Transfer {
        guard let box = unsafe box else { preconditionFailure("a callback without its transfer") }
        return unsafe Unmanaged<Transfer>.fromOpaque(box).takeUnretainedValue()
    }
}
