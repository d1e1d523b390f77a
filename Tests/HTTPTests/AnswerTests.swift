import HTTP
import Testing

@Suite(.timeLimit(.minutes(1))) struct AnswerTests {
    /// The answer to one GET from a server that sends `body` with `headers`.
    private func response(
        _ headers: String, status: Int = 200, body: [UInt8] = [], maxResponseBytes: Int = 1 << 20
    ) async throws -> HTTPResponse {
        let server = TestServer { peer in
            _ = peer.request()
            peer.answer(status, headers, body: body)
        }
        defer { server.stop() }
        return try await client(maxResponseBytes: maxResponseBytes).send(HTTPRequest(.get, server.url))
    }

    @Test func statusHeadersAndBodyComeAsTheyWere() async throws {
        let response = try await response("X-Deux: un\r\nx-deux:  deux \r\nVide:", status: 418, body: Array("été".utf8))
        #expect(response.status == 418)
        #expect(response.headers.values("X-DEUX") == ["un", "deux"])
        #expect(response.headers["vide"] == "")
        #expect(response.body == Array("été".utf8))
    }

    @Test func anErrorOfTheServerIsAnAnswer() async throws {
        #expect(try await response("X: y", status: 500, body: [1]).body == [1])
    }

    @Test func gzipComesOutPlain() async throws {
        let body = try output("printf bonjour | gzip -c")
        #expect(try await response("Content-Encoding: gzip", body: body).body == Array("bonjour".utf8))
    }

    @Test func brotliComesOutPlain() async throws {
        let body: [UInt8] = [0x0B, 0x05, 0x80] + Array("hello world".utf8) + [0x03]
        #expect(try await response("Content-Encoding: br", body: body).body == Array("hello world".utf8))
    }

    @Test func brokenCompressionIsAnAnswerThatStaysUnknown() async throws {
        let failure = await #expect(throws: HTTPFailure.self) {
            _ = try await response("Content-Encoding: gzip", body: Array("not gzip at all".utf8))
        }
        #expect(failure?.mayHaveBeenSent == true)
        guard case .interrupted = failure else { return #expect(failure == .interrupted("")) }
    }

    @Test func anAnswerAtTheLimitIsTakenAndOneByteMoreIsNot() async throws {
        let whole = try await response("X: y", body: Array(repeating: 7, count: 1000), maxResponseBytes: 1000)
        #expect(whole.body.count == 1000)
        await #expect(throws: HTTPFailure.tooLarge(limit: 999)) {
            _ = try await response("X: y", body: Array(repeating: 7, count: 1000), maxResponseBytes: 999)
        }
    }

    @Test func aBombIsMeasuredAfterDecompression() async throws {
        let bomb = try output("head -c 64000000 /dev/zero | gzip -c")
        #expect(bomb.count < 100_000)
        await #expect(throws: HTTPFailure.tooLarge(limit: 1 << 20)) {
            _ = try await response("Content-Encoding: gzip", body: bomb)
        }
    }

    @Test func headersWithoutEndAreRefused() async {
        let server = TestServer { peer in
            _ = peer.request()
            peer.write("HTTP/1.1 200 OK\r\n")
            while peer.write("X-Encore: \(String(repeating: "x", count: 1000))\r\n") {}
        }
        defer { server.stop() }
        #expect(await client().failure(HTTPRequest(.get, server.url)) == .tooLarge(limit: 1 << 20))
    }

    @Test func aRedirectIsAnAnswerAndCarriesNoCredentialsElsewhere() async throws {
        let elsewhere = TestServer { $0.answerAll() }
        let server = TestServer { peer in
            _ = peer.request()
            peer.answer(302, "Location: \(elsewhere.url)")
        }
        defer { server.stop(); elsewhere.stop() }
        let request = HTTPRequest(.get, server.url, headers: ["Authorization": "Bearer secret"])
        let response = try await client().send(request)
        #expect(response.status == 302 && response.headers["location"] == elsewhere.url)
        #expect(elsewhere.accepted == 0)
    }

    @Test func onlyTheFinalAnswersHeadersAreKept() async throws {
        let server = TestServer { peer in
            _ = peer.request()
            peer.write("HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n")
            peer.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\nTrailer: late\r\n\r\n")
        }
        defer { server.stop() }
        let response = try await client().send(HTTPRequest(.get, server.url))
        #expect(response.status == 200 && response.body == Array("x".utf8))
        #expect(response.headers["link"] == nil && response.headers["trailer"] == nil)
    }
}
