import Domain
import HubSpot
import Runtime
import Testing

@Suite("Webhooks: signature version 3")
struct WebhookSignatureTests {
    static let secret = Secret("s3cret-of-the-app")
    static let stamp = "1764057600000"
    static let now = Instant(milliseconds: 1_764_057_600_000)
    static let url = "https://sync.example.com/webhooks/hubspot"

    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var uri: String
        var body: [UInt8]
        var timestamp = WebhookSignatureTests.stamp
        /// Computed with Python's hmac module.
        var signature: String

        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(
            name: "plain", uri: url, body: Array(#"[{"objectId":4102}]"#.utf8),
            signature: "cApz3IlCnOnSTExGUGDUPcHhW9Be8xnd1ZKofJ62EgQ="),
        Case(
            name: "all that is decoded", uri: url + "?a=%3A%2F%3F%40%21%24%27%28%29%2A%2C%3B", body: Array("[]".utf8),
            signature: "FTuzn07gyzL1CiFpBJN1eQa8GJdsXXPbU68NkxyU1v0="),
        Case(
            name: "lower-case escapes", uri: url + "?a=%3a%2f%3f%2a", body: Array("[]".utf8),
            signature: "dE3e8mMBcxse641WXhHpwxtgwnrm6mDZdugqoXAqzEA="),
        Case(
            name: "all else stays escaped", uri: url + "?name=%C3%A9t%C3%A9%20x%26y%3D1%25", body: Array("[]".utf8),
            signature: "LmdeAkih7vUq4agCKrFgU43MEFmkoOYPxo7vyfspLDY="),
        Case(
            name: "bytes that are no UTF-8", uri: url, body: [0xFF, 0xFE],
            signature: "tou4YK6LwidaQ48u8PmnKnV/ycMjREpEeBALsLxnd1I="),
        Case(
            name: "the timestamp's text as it came", uri: url, body: Array("[]".utf8), timestamp: "01764057600000",
            signature: "G358JqYA+Sb+YxCXTVzRSiI9Ls6WucRyUoPLjcuh+q8="),
    ]

    private func verify(
        _ row: Case, body: [UInt8]? = nil, uri: String? = nil, method: String = "POST", signature: String? = nil,
        secret: Secret = secret, now: Instant = now
    ) -> WebhookSignature.Fault? {
        WebhookSignature.verify(
            method: method, uri: uri ?? row.uri, body: body ?? row.body, timestamp: row.timestamp,
            signature: signature ?? row.signature, secret: secret, now: now)
    }

    @Test("What HubSpot signed is let in, and nothing that differs in any part", arguments: cases)
    func signed(_ row: Case) {
        #expect(verify(row) == nil)
        #expect(verify(row, body: row.body + [0x20]) == .mismatch)
        #expect(verify(row, uri: row.uri + "x") == .mismatch)
        #expect(verify(row, method: "PUT") == .mismatch)
        #expect(verify(row, secret: Secret("another")) == .mismatch)
        #expect(verify(row, signature: "") == .mismatch)
        #expect(verify(row, signature: String(row.signature.dropLast(5))) == .mismatch)
        #expect(verify(row, signature: "é not base64 é") == .mismatch)
        #expect(verify(row, signature: row.signature.lowercased()) == .mismatch)
    }

    @Test("Five minutes either way, and not a millisecond more")
    func window() {
        let row = Self.cases[0]
        #expect(verify(row, now: Self.now + .seconds(300)) == nil)
        #expect(verify(row, now: Self.now + .milliseconds(300_001)) == .stale)
        #expect(verify(row, now: Self.now - .seconds(300)) == nil)
        #expect(verify(row, now: Self.now - .milliseconds(300_001)) == .stale)
    }

    static let faulty: [(String?, String?, WebhookSignature.Fault)] = [
        (nil, "x", .missingTimestamp), (stamp, nil, .missingSignature), ("", "x", .notATimestamp),
        ("soon", "x", .notATimestamp), ("-1", "x", .notATimestamp), ("99999999999999999999999", "x", .notATimestamp),
        ("9223372036854775807", "x", .stale), ("0", "x", .stale), ("1764057600.5", "x", .notATimestamp),
    ]

    @Test("A header that is missing or no number of milliseconds is refused, and never a trap", arguments: faulty)
    func headers(_ timestamp: String?, _ signature: String?, _ fault: WebhookSignature.Fault) {
        #expect(
            WebhookSignature.verify(
                method: "POST", uri: Self.url, body: [], timestamp: timestamp, signature: signature,
                secret: Self.secret,
                now: Self.now) == fault)
    }
}
