extension HTTPRequest {
    /// Headers that frame a message or name its receiver: libcurl writes them, and a second one would split a request.
    private static let reserved: Set<String> = ["host", "content-length", "transfer-encoding", "connection", "expect"]

    /// - Throws: `.invalid` naming the field and the remedy; never its value, which may be a secret.
    func validate() throws(HTTPFailure) {
        guard !url.isEmpty, url.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw .invalid("the URL is empty or holds blanks, control or non-ASCII characters: percent-encode them")
        }
        guard deadline > .zero else { throw .invalid("the deadline must be longer than zero") }
        guard method != .get || body == nil else { throw .invalid("a GET carries no body: use POST") }
        for (name, value) in headers {
            guard HTTPHeaders.isName(name) else {
                throw .invalid("a header's name is empty or holds characters that no header name may hold")
            }
            guard HTTPHeaders.isValue(value) else {
                throw .invalid("the value of header \(name) holds a line break or another control character")
            }
            guard !Self.reserved.contains(name.lowercased()) else {
                throw .invalid("header \(name) is written by the client itself: leave it out")
            }
        }
    }
}

extension HTTPHeaders {
    /// A token of RFC 9110: letters, digits and some punctuation.
    static func isName(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default:
                    "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
    }

    /// Anything but control characters; a tab is allowed.
    static func isValue(_ value: String) -> Bool {
        value.utf8.allSatisfy { $0 == UInt8(ascii: "\t") || ($0 >= 0x20 && $0 != 0x7F) }
    }
}
