import Artis
import Domain
import HTTP
import Testing

@Suite("artis: failures are sorted by what comes next")
struct ArtisFailureTests {
    static let answers: [(Int, String, HTTPHeaders, ArtisFailure)] = [
        (200, "", [:], .faulted(200, "not JSON at byte 0: it ends too early")),
        (200, "<html>", [:], .faulted(200, "not JSON at byte 0: this byte has no place here")),
        (200, #"{"elements":[{"id""#, [:], .faulted(200, "not JSON at byte 18: it ends too early")),
        (200, #"{"elements":7}"#, [:], .faulted(200, #"the answer has no list "elements""#)),
        (200, #"{"elements":[{}]}"#, [:], .faulted(200, "a record without an id")),
        (200, #"{"elements":[{"id":"T1","version":"x"}]}"#, [:], .faulted(200, "record T1 has no version")),
        (
            200, #"{"elements":[],"absents":[{"id":"T1","motif":"?"}]}"#, [:],
            .faulted(200, #"an absence without "id" and "motif""#)
        ),
        (500, "oops", [:], .faulted(500, "")), (301, "", [:], .faulted(301, "")),
        (503, "", ["Retry-After": "7"], .unavailable("artis.net answered 503", retryAfter: .seconds(7))),
        (429, "{}", ["Retry-After": "2"], .unavailable("artis.net answered 429", retryAfter: .seconds(2))),
        (502, "<html>", [:], .unavailable("artis.net answered 502", retryAfter: nil)),
        (504, "", [:], .unavailable("artis.net answered 504", retryAfter: nil)),
        (401, "", [:], .unauthorised("artis.net answered 401: the API key is refused")),
        (403, "", [:], .unauthorised("artis.net answered 403: the API key does not allow this call")),
        (413, "", [:], .refused(ArtisError(status: 413, code: "", message: ""))),
        (
            400, #"{"code":"REQUETE_INVALIDE","message":"non","champ":"ids"}"#, [:],
            .refused(ArtisError(status: 400, code: "REQUETE_INVALIDE", message: "non", field: "ids"))
        ),
    ]

    @Test("An answer of any status and shape is one failure of the enum, and shows no key", arguments: answers.indices)
    func answer(_ index: Int) async {
        let (status, body, headers, expected) = Self.answers[index]
        let script = Script(status, body, headers: headers)
        let error = await failure { () async throws(ArtisFailure) in
            try await ArtisClient(script).read(.tiers, .ids([ID("T1")]))
        }
        #expect(error == expected)
        #expect(script.requests.first?.headers["Authorization"] == "Bearer \(artisKey)")
        #expect(error.map { "\($0)".contains(artisKey) } == false)
    }

    static let losses: [(HTTPFailure, read: ArtisFailure, write: ArtisFailure)] = [
        (.interrupted("reset"), .unavailable("the answer broke off: reset", retryAfter: nil), .unknownOutcome("reset")),
        (
            .deadline(sent: true), .unavailable("no answer within the deadline", retryAfter: nil),
            .unknownOutcome("no answer within the deadline")
        ),
        (
            .deadline(sent: false), .unavailable("no answer within the deadline", retryAfter: nil),
            .unavailable("no answer within the deadline", retryAfter: nil)
        ),
        (
            .unreachable("refused"), .unavailable("artis.net is not reachable: refused", retryAfter: nil),
            .unavailable("artis.net is not reachable: refused", retryAfter: nil)
        ),
        (
            .tooLarge(limit: 9), .faulted(0, "an answer of more than 9 bytes"),
            .unknownOutcome("an answer of more than 9 bytes")
        ),
        (.cancelled(sent: true), .cancelled, .cancelled),
    ]

    @Test("A lost answer is an outage for a read, and an unknown outcome for a write", arguments: losses.indices)
    func loss(_ index: Int) async {
        let (http, read, write) = Self.losses[index]
        let client = ArtisClient(Script(http))
        let reading = await failure { () async throws(ArtisFailure) in try await client.people() }
        let writing = await failure { () async throws(ArtisFailure) in
            try await client.write(
                .tiers, [ArtisOperation(key: "k", action: .create(reference: "r"), fields: [:])], origin: "o")
        }
        #expect(reading == read)
        #expect(writing == write)
    }
}
