import Crypto
import FoundationEssentials
import HTTP
import TestKit

/// A webhook call signed as HubSpot signs it, written from its documentation and not from our receiver.
struct SignedCall {
    var body: [UInt8]
    /// The URL that HubSpot believes to call.
    var url = SignedCall.publicURL
    var secret = "test-secret"
    var at = Date()
    /// What the signature is made over, where that is not the body.
    var signedBody: [UInt8]?

    static let publicURL = "https://passerelle.example/webhooks/hubspot"

    init(_ json: String) { body = Array(json.utf8) }

    var headers: HTTPHeaders {
        let timestamp = String(Int64(at.timeIntervalSince1970 * 1000))
        let signed = Array("POST\(url)".utf8) + (signedBody ?? body) + Array(timestamp.utf8)
        let code = HMAC<SHA256>.authenticationCode(for: signed, using: SymmetricKey(data: Array(secret.utf8)))
        return [
            "X-HubSpot-Signature-v3": Data(code).base64EncodedString(), "X-HubSpot-Request-Timestamp": timestamp,
        ]
    }

    /// The events of one company, as many as wanted.
    static func events(_ company: String, count: Int = 1) -> String {
        let event = """
            {"objectId": \(company), "subscriptionType": "company.propertyChange", "propertyName": "name", \
            "eventId": 1, "portalId": 2, "occurredAt": 1767225600000, "attemptNumber": 0}
            """
        return "[" + Array(repeating: event, count: count).joined(separator: ",") + "]"
    }
}
