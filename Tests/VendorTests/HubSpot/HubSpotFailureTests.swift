import Domain
import HTTP
import HubSpot
import Runtime
import Synchronization
import Testing

@Suite("HubSpot: failures are sorted by what comes next")
struct HubSpotFailureTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var status: Int
        var body: String
        var headers: HTTPHeaders = [:]
        var expected: HubSpotFailure

        var testDescription: String { "\(status) \(body.prefix(40))" }
    }

    static let html = "<html><body>Bad gateway</body></html>"

    static let answers: [Case] = [
        Case(status: 200, body: "", expected: .faulted(200, "not JSON at byte 0: it ends too early")),
        Case(status: 200, body: html, expected: .faulted(200, "not JSON at byte 0: this byte has no place here")),
        Case(
            status: 200, body: #"{"results":[{"id":"1"#,
            expected: .faulted(200, "not JSON at byte 20: it ends too early")),
        Case(status: 200, body: "[]", expected: .faulted(200, #"the answer has no list "results""#)),
        Case(status: 200, body: #"{"results":{}}"#, expected: .faulted(200, #"the answer has no list "results""#)),
        Case(status: 200, body: #"{"results":[7]}"#, expected: .faulted(200, "a record without an id")),
        Case(
            status: 200, body: #"{"results":[{"id":"1","properties":{"name":[]}}]}"#,
            expected: .faulted(200, "record 1: property name is no text")),
        Case(status: 302, body: "", expected: .faulted(302, "HubSpot gives no reason")),
        Case(status: 500, body: html, expected: .faulted(500, "HubSpot gives no reason")),
        Case(status: 500, body: #"{"message":"internal error"}"#, expected: .faulted(500, "internal error")),
        Case(
            status: 401, body: #"{"category":"INVALID_AUTHENTICATION"}"#,
            expected: .unauthorised("HubSpot answered 401: the access token is refused")),
        Case(
            status: 403,
            body:
                #"{"category":"MISSING_SCOPES","errors":[{"context":{"requiredGranularScopes":["crm.objects.deals.read"]}}]}"#,
            expected: .refused(
                HubSpotRefusal(
                    status: 403, category: "MISSING_SCOPES",
                    message: "the private app lacks a scope (crm.objects.deals.read)"))),
        Case(
            status: 403, body: "", expected: .refused(HubSpotRefusal(status: 403, message: "HubSpot gives no reason"))),
        Case(
            status: 477, body: "", headers: ["Retry-After": "3600"],
            expected: .unavailable("HubSpot answered 477", retryAfter: .seconds(3600))),
        Case(
            status: 503, body: html, headers: ["Retry-After": "soon"],
            expected: .unavailable("HubSpot answered 503", retryAfter: nil)),
        Case(
            status: 429, body: #"{"policyName":"DAILY"}"#,
            expected: .notNow(nil, reason: "HubSpot answered 429 (DAILY)")),
        Case(
            status: 404, body: html, expected: .refused(HubSpotRefusal(status: 404, message: "HubSpot gives no reason"))
        ),
        Case(
            status: 400,
            body:
                #"{"status":"error","message":"Property values were not valid","correlationId":"c-1","category":"VALIDATION_ERROR","errors":[{"message":"no such option","code":"INVALID_OPTION","context":{"propertyName":["civilite"]}}]}"#,
            expected: .refused(
                HubSpotRefusal(
                    status: 400, category: "VALIDATION_ERROR", message: "Property values were not valid",
                    property: "civilite", correlationID: "c-1"))),
        Case(
            status: 409, body: #"{"message":"Contact already exists. Existing ID: 123","category":"CONFLICT"}"#,
            expected: .refused(
                HubSpotRefusal(status: 409, category: "CONFLICT", message: "Contact already exists. Existing ID: 123"))),
    ]

    @Test("An answer of any status and shape is one failure of the enum", arguments: answers)
    func answer(_ row: Case) async {
        let client = HubSpotClient(Script(row.status, row.body, headers: row.headers))
        let error = await failure { () async throws(HubSpotFailure) in
            try await client.read(.company, ids: [hubspotID(1)], properties: ["name"], for: reads)
        }
        #expect(error == row.expected)
    }

    @Test("Every gateway status is an outage", arguments: [408, 477, 502, 503, 504, 520, 522, 524])
    func outages(_ status: Int) async {
        let error = await failure { () async throws(HubSpotFailure) in
            try await HubSpotClient(Script(status, "")).pipelines(for: reads)
        }
        #expect(error == .unavailable("HubSpot answered \(status)", retryAfter: nil))
    }

    static let locks: [(HTTPHeaders, Duration)] = [
        ([:], .seconds(2)), (["Retry-After": "1"], .seconds(2)), (["Retry-After": "7"], .seconds(7)),
    ]

    @Test("A locked record is no outage: it is left alone for two seconds at least", arguments: locks.indices)
    func locked(_ index: Int) async throws {
        let (headers, wait) = Self.locks[index]
        let before = WallClock.now()
        let error = await failure { () async throws(HubSpotFailure) in
            try await HubSpotClient(Script(423, "{}", headers: headers)).update(
                .deal, [HubSpotUpdate(id: hubspotID(1), properties: [:])], for: reads)
        }
        guard case .notNow(let moment?, reason: "HubSpot answered 423: a record is locked") = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(before + wait <= moment && moment <= WallClock.now() + wait)
    }

    @Test("A missing scope is told to every record of a batch, in one call")
    func forbidden() async throws {
        let script = Script(403, #"{"message":"no"}"#)
        let client = HubSpotClient(script)
        let refusal = HubSpotRefusal(status: 403, message: "no")
        let updates = (0..<50).map { HubSpotUpdate(id: hubspotID($0), properties: [:]) }
        let updated = try await client.update(.deal, updates, for: reads)
        let creations = (0..<50).map { HubSpotCreation(trace: "\($0)", properties: [:]) }
        let created = try await client.create(.deal, creations, for: reads)
        let links = (0..<50).map { HubSpotLink(from: hubspotID($0), to: hubspotID(1), typeID: 5) }
        let linked = try await client.associate(from: .deal, to: .company, links, for: reads)
        #expect(updated.count == 50 && updated.allSatisfy { $0.value.refusal == refusal })
        #expect(created.count == 50 && created.allSatisfy { $0.value.refusal == refusal })
        #expect(linked == Array(repeating: refusal, count: 50))
        #expect(script.requests.count == 3)
    }

    static let moment = Instant(milliseconds: 1_764_057_600_000)

    static let losses: [(HTTPFailure, read: HubSpotFailure, write: HubSpotFailure)] = [
        (
            .refusedByHook(.notBefore(moment, reason: .queue)), .notNow(moment, reason: "queue"),
            .notNow(moment, reason: "queue")
        ),
        (
            .refusedByHook(.unavailable("away")), .notNow(nil, reason: "no permit: away"),
            .notNow(nil, reason: "no permit: away")
        ),
        (
            .deadline(sent: false), .unavailable("no answer within the deadline", retryAfter: nil),
            .unavailable("no answer within the deadline", retryAfter: nil)
        ),
        (
            .deadline(sent: true), .unavailable("no answer within the deadline", retryAfter: nil),
            .unknownOutcome("no answer within the deadline")
        ),
        (.interrupted("reset"), .unavailable("the answer broke off: reset", retryAfter: nil), .unknownOutcome("reset")),
        (
            .unreachable("refused"), .unavailable("HubSpot is not reachable: refused", retryAfter: nil),
            .unavailable("HubSpot is not reachable: refused", retryAfter: nil)
        ),
        (
            .tooLarge(limit: 9), .faulted(0, "an answer of more than 9 bytes"),
            .unknownOutcome("an answer of more than 9 bytes")
        ),
        (.cancelled(sent: true), .cancelled, .cancelled),
        (.invalid("URL"), .faulted(0, "URL"), .faulted(0, "URL")),
    ]

    @Test("A lost answer is an outage for a read, and an unknown outcome for a write", arguments: losses.indices)
    func loss(_ index: Int) async {
        let (http, read, write) = Self.losses[index]
        let client = HubSpotClient(Script(http))
        let reading = await failure { () async throws(HubSpotFailure) in
            try await client.read(.deal, ids: [hubspotID(1)], properties: [], for: reads)
        }
        let writing = await failure { () async throws(HubSpotFailure) in
            try await client.update(.deal, [HubSpotUpdate(id: hubspotID(1), properties: ["amount": "1"])], for: reads)
        }
        #expect(reading == read)
        #expect(writing == write)
    }

    @Test("No failure shows the token, which every request carries")
    func secret() async {
        for row in Self.answers {
            let script = Script(row.status, row.body, headers: row.headers)
            let error = await failure { () async throws(HubSpotFailure) in
                try await HubSpotClient(script).read(.deal, ids: [hubspotID(1)], properties: [], for: reads)
            }
            #expect(script.requests.first?.headers["Authorization"] == "Bearer \(hubspotToken)")
            #expect(error.map { "\($0)".contains(hubspotToken) } == false)
        }
        var shown = ""
        dump(HubSpotClient(Script(200, "{}")), to: &shown)
        #expect(!shown.contains(hubspotToken))
    }
}
