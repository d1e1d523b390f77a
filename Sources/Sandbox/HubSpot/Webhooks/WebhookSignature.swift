import Crypto

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// HubSpot's signature, version 3: base64 of HMAC-SHA256 over method, URI, body and time.
enum WebhookSignature {
    /// The escapes that are undone in the URI before it is signed; all others stay.
    private static let undone: [String: String] = [
        "3A": ":", "2F": "/", "3F": "?", "40": "@", "21": "!", "24": "$", "27": "'", "28": "(", "29": ")", "2A": "*",
        "2C": ",", "3B": ";",
    ]

    /// - Parameter timestamp: ms since 1970, the very text of the header.
    static func sign(method: String, uri: String, body: [UInt8], timestamp: String, secret: String) -> String {
        var message = Array(method.utf8) + Array(decoded(uri).utf8)
        message += body
        message += Array(timestamp.utf8)
        let code = HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: Array(secret.utf8)))
        return Data(code).base64EncodedString()
    }

    static func decoded(_ uri: String) -> String {
        var out = ""
        var rest = uri[...]
        while let first = rest.first {
            if first == "%", rest.count >= 3, let plain = undone[rest.dropFirst().prefix(2).uppercased()] {
                out += plain
                rest = rest.dropFirst(3)
            } else {
                out.append(first)
                rest = rest.dropFirst()
            }
        }
        return out
    }
}
