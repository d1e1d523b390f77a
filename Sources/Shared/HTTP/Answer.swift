/// An answer while it comes in: header lines and decompressed bytes, up to a limit.
struct Answer {
    /// Of all header lines together; real ones stay far below.
    static let maxHeaderBytes = 256 << 10

    let limit: Int
    private(set) var headers = HTTPHeaders()
    private(set) var body: [UInt8] = []
    private var headerBytes = 0
    /// libcurl takes headers that break off for an answer without a body.
    private(set) var headersEnded = false

    init(limit: Int) { self.limit = limit }

    /// One line as it came, with its line break. A status line begins anew (after `100 Continue`); trailers are not kept.
    ///
    /// - Returns: false when the server never stops sending headers.
    mutating func take(line: some Collection<UInt8>) -> Bool {
        headerBytes += line.count
        guard headerBytes <= Self.maxHeaderBytes else { return false }
        let line = line.prefix { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n") }
        if line.starts(with: "HTTP/".utf8) {
            headers = HTTPHeaders()
            headersEnded = false
        } else if line.isEmpty {
            headersEnded = true
        } else if !headersEnded, let colon = line.firstIndex(of: UInt8(ascii: ":")) {
            headers.add(Self.text(line[..<colon]), Self.text(line[line.index(after: colon)...]))
        }
        return true
    }

    /// - Returns: false when the limit is passed.
    mutating func take(bytes: some Collection<UInt8>) -> Bool {
        guard bytes.count <= limit - body.count else { return false }
        body.append(contentsOf: bytes)
        return true
    }

    private static func text(_ bytes: some Collection<UInt8>) -> String {
        let blank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        var bytes = Array(bytes.drop(while: blank))
        while let last = bytes.last, blank(last) { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
