import Artis
import Domain
import HTTP
import Testing

@Suite("artis: the change feed")
struct ArtisFeedTests {
    @Test("Changes of all our collections, and where the feed goes on")
    func page() async throws {
        let script = Script(
            200,
            #"""
            {"elements":[
              {"collection":"affaires","id":"AF1","version":7,"operation":"creation","le":"2026-11-25T07:00:00Z","origine":"passerelle;t"},
              {"collection":"tiers","id":12,"version":"8","operation":"suppression"},
              {"collection":"devis","id":"D1","version":1,"operation":"creation"},
              {"collection":"actions","id":"AC1","version":2,"operation":"fusion","origine":"ecran"}],
             "suivant":"f 2","reste":true}
            """#)
        let page = try await ArtisClient(script).changes(after: "f 1", wait: .seconds(20))
        #expect(
            page
                == ArtisFeedPage(
                    changes: [
                        ArtisChange(
                            collection: .affaires, id: ID("AF1"), version: 7, operation: .creation,
                            at: Instant(text: "2026-11-25T07:00:00Z"), origin: "passerelle;t"),
                        ArtisChange(collection: .tiers, id: ID("12"), version: 8, operation: .deletion),
                        ArtisChange(
                            collection: .actions, id: ID("AC1"), version: 2, operation: .modification, origin: "ecran"),
                    ], next: "f 2", hasMore: true))
        #expect(script.requests[0].url == "https://artis.example.fr/port/v1/changements?depuis=f%201&limite=500&attente=20")
        // The answer may be held back for as long as that, and then has its own time.
        #expect(script.requests[0].deadline == .seconds(50))
    }

    @Test("Without a cursor the feed begins now; a wait is whole seconds, within the port's bounds")
    func start() async throws {
        let script = Script(200, #"{"elements":[],"suivant":"f","reste":false}"#)
        let client = ArtisClient(script)
        for wait in [Duration.milliseconds(900), .seconds(90), .seconds(-1)] {
            #expect(try await client.changes(after: nil, limit: 10, wait: wait) == ArtisFeedPage(changes: [], next: "f", hasMore: false))
        }
        #expect(script.requests.map { $0.url.split(separator: "?").last } == ["limite=10&attente=0", "limite=10&attente=60", "limite=10&attente=0"])
    }

    static let origins: [(String?, Bool)] = [
        (nil, false), ("", false), ("passerelle", true), ("passerelle;00-ab", true), ("passerelles", false),
        ("Passerelle", false), ("ecran;passerelle", false),
    ]

    @Test("R25 our own writes are told from everybody else's by their origin", arguments: origins)
    func origin(_ origin: String?, _ isOurs: Bool) {
        #expect(ArtisChange(collection: .tiers, id: ID("T"), version: 1, operation: .creation, origin: origin).isOurs == isOurs)
        #expect(ArtisClient.origin(trace: nil) == "passerelle" && ArtisClient.origin(trace: "t") == "passerelle;t")
    }

    static let failures: [(Int, String, ArtisFailure, Bool)] = [
        (
            410, #"{"code":"CURSEUR_PERIME","message":"m"}"#,
            .refused(ArtisError(status: 410, code: "CURSEUR_PERIME", message: "m")), true
        ),
        (410, "", .refused(ArtisError(status: 410, code: "", message: "")), true),
        (400, "", .refused(ArtisError(status: 400, code: "", message: "")), false),
        (503, "", .unavailable("artis.net answered 503", retryAfter: nil), false),
        (200, #"{"elements":[]}"#, .faulted(200, #"the feed has no "suivant""#), false),
        (200, #"{"elements":[],"suivant":"f","reste":true}"#, .faulted(200, "a place in the feed that leads to itself"), false),
        (
            200, #"{"elements":[{"collection":"tiers","id":"T"}],"suivant":"g"}"#,
            .faulted(200, #"a change without "id" and "version""#), false
        ),
    ]

    @Test("A cursor that is too old is told apart from every other failure", arguments: failures.indices)
    func failing(_ index: Int) async {
        let (status, body, expected, isExpired) = Self.failures[index]
        let error = await failure { () async throws(ArtisFailure) in
            try await ArtisClient(Script(status, body)).changes(after: "f", wait: .zero)
        }
        #expect(error == expected)
        #expect(error?.isCursorExpired == isExpired)
    }
}
