import Database
import Domain
import FoundationEssentials
import HTTP
import TestKit
import Testing

/// What the receiver takes and what it refuses. Nobody else tells ingest anything: no webhooks of the sandbox's, and
/// polls an hour apart.
@Suite(
    .office(settings: ["INGEST_PUBLIC_URL": SignedCall.publicURL, "HUBSPOT_POLL_SECONDS": "3600"], webhooks: false),
    .judged, .serialized)
struct ReceiverTests {
    struct Bad: CustomTestStringConvertible {
        var testDescription: String
        var status: Int
        /// What is sent about a company, given its id.
        var call: @Sendable (String) -> (body: [UInt8], headers: HTTPHeaders)

        init(_ name: String, _ status: Int, _ call: @escaping @Sendable (String) -> SignedCall) {
            (testDescription, self.status) = (name, status)
            self.call = { company in (call(company).body, call(company).headers) }
        }

        init(_ name: String, _ status: Int, without header: String) {
            (testDescription, self.status) = (name, status)
            call = { company in
                let signed = SignedCall(SignedCall.events(company))
                var headers = signed.headers
                headers[header] = nil
                return (signed.body, headers)
            }
        }

        static let signatures: [Bad] = [
            Bad("no signature", 401, without: "X-HubSpot-Signature-v3"),
            Bad("no timestamp", 401, without: "X-HubSpot-Request-Timestamp"),
            Bad("stale", 401) { changed($0) { $0.at = Date(timeIntervalSinceNow: -301) } },
            Bad("from the future", 401) { changed($0) { $0.at = Date(timeIntervalSinceNow: 310) } },
            Bad("another secret", 401) { changed($0) { $0.secret = "autre" } },
            Bad("another body", 401) { changed($0) { $0.signedBody = Array("[]".utf8) } },
            Bad("another URL", 401) { changed($0) { $0.url = "http://127.0.0.1/webhooks/hubspot" } },
        ]

        static let bodies: [Bad] = [
            Bad("oversized", 413) { SignedCall(SignedCall.events($0) + String(repeating: " ", count: 1 << 20)) },
            Bad("no JSON", 400) { SignedCall(String(SignedCall.events($0).dropLast())) },
            Bad("empty", 400) { _ in SignedCall("") },
            Bad("an object", 400) { SignedCall(String(SignedCall.events($0).dropFirst().dropLast())) },
            Bad("an id that is a text", 400) { SignedCall(SignedCall.events("\"\($0)\"")) },
            Bad("an id that is too large", 400) { SignedCall(SignedCall.events("\($0)0000000000000000000000")) },
            Bad("an element that is none", 400) { SignedCall("[7," + SignedCall.events($0).dropFirst()) },
            Bad("a subscription that is a number", 400) {
                SignedCall(SignedCall.events($0).replacing("\"company.propertyChange\"", with: "12"))
            },
            Bad("more than a hundred events", 400) { SignedCall(SignedCall.events($0, count: 101)) },
            // Nothing of ours: taken, or HubSpot would come again with it for a day.
            Bad("unknown kinds", 204) {
                SignedCall(SignedCall.events($0).replacing("company.property", with: "ticket.property"))
            },
        ]

        private static func changed(_ company: String, _ change: (inout SignedCall) -> Void) -> SignedCall {
            var call = SignedCall(SignedCall.events(company))
            change(&call)
            return call
        }
    }

    @Test("what is not signed by HubSpot, or is no list of its events, is refused and changes nothing", arguments: Bad.signatures + Bad.bodies)
    func refused(bad: Bad) async throws {
        let office = try Office.open
        try await office.fleet.polledOnce()
        let company = try await office.scene.company(siret: Fresh.siret)
        let before = try await office.fleet.database.first(Told())
        let (body, headers) = bad.call(company)
        let answer = try await office.fleet.callReceiver(body, headers: headers)
        #expect(answer.status == bad.status)
        #expect(answer.body.isEmpty, "a stranger is told nothing")
        #expect(try await office.fleet.database.first(Told()) == before)
        #expect(try await office.standing(.company, company) == nil)
    }

    @Test("a batch that HubSpot signed is accepted, its unknown events passed over")
    func accepted() async throws {
        let (office, scene) = (try Office.open, try Office.open.scene)
        try await office.fleet.polledOnce()
        let companies = try await [scene.company(siret: Fresh.siret), scene.company(siret: Fresh.siret)]
        let events = companies.map { SignedCall.events($0).dropFirst().dropLast() }
        let unknown = SignedCall.events("1").replacing("company.property", with: "ticket.property").dropFirst().dropLast()
        let call = SignedCall("[\(events[0]),\(unknown),\(events[1])]")
        let answer = try await office.fleet.callReceiver(call.body, headers: call.headers)
        #expect(answer.status == 204)
        try await office.fleet.quiet()
        for company in companies { try await office.expect(.company, company, .synced) }
    }
}

/// How much has been told: pairs, changes wanted, and kinds that tell by webhooks.
private struct Told: Statement {
    static let sql = """
        SELECT concat_ws(' ', count(*), coalesce(sum(wanted), 0), (SELECT count(*) FROM cursor WHERE name LIKE 'webhook.%'))
        FROM pair
        """

    static func decode(_ row: RowReader) throws(DatabaseError) -> String { try row.text(0) }
}
