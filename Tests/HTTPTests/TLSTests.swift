import Domain
import HTTP
import Testing

@Suite(.timeLimit(.minutes(1))) struct TLSTests {
    @Test func aCertificateOfItsOwnMakingIsRefusedAndTheHookNeverAsked() async throws {
        let server = try TLSServer()
        let asked = Record<Int>()
        let client = client { _ in
            asked.add(1)
            return .granted
        }
        try await expectUntrusted(client, HTTPRequest(.get, "https://localhost:\(server.port)/", permit: permit))
        #expect(asked.all.isEmpty)
    }

    @Test func itIsTrustedWithItsAuthorityAtHand() async throws {
        let server = try TLSServer()
        let client = client(caFile: server.caFile)
        #expect(try await client.send(HTTPRequest(.get, "https://localhost:\(server.port)/")).status == 200)
    }

    @Test func aCertificateOfAnotherNameIsRefused() async throws {
        let server = try TLSServer()
        try await expectUntrusted(
            client(caFile: server.caFile), HTTPRequest(.get, "https://127.0.0.1:\(server.port)/"))
    }

    @Test func anExpiredCertificateIsRefused() async throws {
        let server = try TLSServer(.expired)
        try await expectUntrusted(
            client(caFile: server.caFile), HTTPRequest(.get, "https://localhost:\(server.port)/"))
    }

    @Test func aMissingAuthorityFileIsTheCallersFault() async throws {
        let server = try TLSServer()
        let client = client(caFile: server.caFile + ".missing")
        let failure = await client.failure(HTTPRequest(.get, "https://localhost:\(server.port)/"))
        guard case .invalid = failure else { return #expect(failure == .invalid("")) }
    }

    private func expectUntrusted(_ client: HTTPClient, _ request: HTTPRequest) async throws {
        let failure = await client.failure(request)
        #expect(failure?.mayHaveBeenSent == false)
        guard case .untrusted = failure else { return #expect(failure == .untrusted("")) }
    }
}
