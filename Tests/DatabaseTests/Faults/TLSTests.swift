import Database
import Foundation
import Runtime
import TestKit
import Testing

@Suite struct TLSTests {
    @Test(
        "With verify-full the server must show a certificate of the right authority, host and time",
        .timeLimit(.minutes(2)))
    func verified() async throws {
        try await PrivateServer.with { server in
            let plain = try await server.url()
            let database = try Database(url: plain, connections: 1, application: "tests")
            defer { database.close() }
            try await server.makeCertificates()
            func url(host: String, authority: String) -> String {
                let url = plain.replacing("@127.0.0.1:", with: "@\(host):")
                let file = "\(server.certificates)/\(authority).pem"
                    .addingPercentEncoding(withAllowedCharacters: .alphanumerics)
                return url + "?hostaddr=127.0.0.1&sslmode=verify-full&sslrootcert=\(file ?? "")"
            }
            let right = ["localhost", "127.0.0.1"].map { url(host: $0, authority: "authority") }

            for url in right { #expect(await Self.failure(url)?.contains("does not support SSL") == true) }
            try await server.speakTLS("right", asked: database)
            for url in right {
                try await eventually("no TLS is spoken") { (try? await Self.speaksTLS(url)) == true }
            }
            let stranger = await Self.failure(url(host: "localhost", authority: "stranger"))
            #expect(stranger?.contains("certificate verify failed") == true)
            let elsewhere = await Self.failure(url(host: "db.example.com", authority: "authority"))
            #expect(elsewhere?.contains("does not match host name") == true)

            try await server.speakTLS("expired", asked: database)
            for url in right {
                try await eventually("yesterday's certificate is taken") {
                    await Self.failure(url)?.contains("certificate verify failed") == true
                }
            }
        }
    }

    /// Asks over a connection of its own, by the setting that an operator writes.
    private static func speaksTLS(_ url: String) async throws -> Bool? {
        let setting = try Settings.read(DatabaseSettings.self, from: ["DATABASE_URL": url]).url
        let database = try Database(url: setting.exposed, connections: 1, application: "tests")
        defer { database.close() }
        return try await database.first(SpeaksTLS())
    }

    /// Why the server is not to be had; nil when it is.
    private static func failure(_ url: String) async -> String? {
        do {
            _ = try await speaksTLS(url)
            return nil
        } catch DatabaseError.unavailable(let why) {
            return why
        } catch {
            return "another error: \(error)"
        }
    }
}

private struct SpeaksTLS: Statement {
    static let sql = "SELECT count(*) FROM pg_stat_ssl WHERE ssl AND pid = pg_backend_pid()"
    static func decode(_ row: RowReader) throws(DatabaseError) -> Bool { try row.int(0) == 1 }
}
