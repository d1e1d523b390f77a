import Crypto
public import Domain
import FoundationEssentials
public import Runtime

/// Whether a webhook comes from HubSpot: its signature, version 3 (hubspot.md, "Webhooks").
public enum WebhookSignature {
    public enum Fault: String, Error, Sendable, Hashable, CaseIterable {
        case missingTimestamp = "no X-HubSpot-Request-Timestamp"
        case notATimestamp = "X-HubSpot-Request-Timestamp is no whole number of milliseconds"
        /// More than five minutes from now, either way: a recorded call could be played again.
        case stale = "X-HubSpot-Request-Timestamp is more than five minutes from now"
        case missingSignature = "no X-HubSpot-Signature-v3"
        case mismatch = "X-HubSpot-Signature-v3 does not match"
    }

    public static let window: Duration = .seconds(300)

    /// - Parameters:
    ///   - uri: the URL that HubSpot calls, query included, as it is written there.
    ///   - body: the bytes as they came.
    ///   - timestamp: the header's text, hashed as it came.
    ///   - secret: the client secret of the app.
    /// - Returns: what is wrong; nil for a call of HubSpot's.
    public static func verify(
        method: String, uri: String, body: [UInt8], timestamp: String?, signature: String?, secret: Secret, now: Instant
    ) -> Fault? {
        guard let timestamp else { return .missingTimestamp }
        guard let milliseconds = Int64(timestamp), milliseconds >= 0 else { return .notATimestamp }
        let age = now - Instant(milliseconds: milliseconds)
        guard age <= window, age >= .zero - window else { return .stale }
        guard let signature else { return .missingSignature }
        let signed = Array((method + decoded(uri)).utf8) + body + Array(timestamp.utf8)
        // Compared in constant time by the library.
        let matches = Data(base64Encoded: signature).map {
            HMAC<SHA256>.isValidAuthenticationCode(
                $0, authenticating: signed, using: SymmetricKey(data: Array(secret.exposed.utf8)))
        }
        return matches == true ? nil : .mismatch
    }

    /// The characters that HubSpot decodes in the URI before it signs, and no others, each once.
    static func decoded(_ uri: String) -> String {
        let bytes = Array(uri.utf8)
        var (text, index): ([UInt8], Int) = ([], 0)
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
                let plain = escapes[String(decoding: bytes[index + 1...index + 2], as: UTF8.self).uppercased()]
            {
                text.append(plain)
                index += 3
            } else {
                text.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static let escapes: [String: UInt8] = [
        "3A": UInt8(ascii: ":"), "2F": UInt8(ascii: "/"), "3F": UInt8(ascii: "?"), "40": UInt8(ascii: "@"),
        "21": UInt8(ascii: "!"), "24": UInt8(ascii: "$"), "27": UInt8(ascii: "'"), "28": UInt8(ascii: "("),
        "29": UInt8(ascii: ")"), "2A": UInt8(ascii: "*"), "2C": UInt8(ascii: ","), "3B": UInt8(ascii: ";"),
    ]
}
