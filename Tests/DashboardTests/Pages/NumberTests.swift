import Database
import Domain
import Testing

@testable import Dashboard

@Suite("Numbers as people say them")
struct NumberTests {
    private func visit(_ language: Language) -> Visit {
        let start = Instant(milliseconds: 0)
        return Visit(
            language: language, session: Session(name: "", nonce: "", begunAt: start, seenAt: start), token: "", here: .overview,
            query: .empty, form: .empty, parts: [:], now: start, zone: .utc)
    }

    private static let countsTable: [(Int, String, String)] = [
        (0, "0 écriture", "0 writes"), (1, "1 écriture", "1 write"), (2, "2 écritures", "2 writes"),
        (1234, "1\u{202F}234 écritures", "1,234 writes"),
    ]

    @Test("Zero is singular in French and plural in English", arguments: countsTable)
    func counts(value: Int, french: String, english: String) {
        let words = [Language.fr, .en].map { visit($0).count(value, fr: ("écriture", "écritures"), en: ("write", "writes")) }
        #expect(words == [french, english])
    }

    private static let decimalsTable: [(Double, String, String)] = [
        (0, "0", "0"), (1.886, "1,9", "1.9"), (2, "2", "2"), (1234.5, "1\u{202F}234,5", "1,234.5"), (0.04, "0", "0"),
    ]

    @Test("One digit after a comma, or after a point", arguments: decimalsTable)
    func decimals(value: Double, french: String, english: String) {
        #expect([Language.fr, .en].map { visit($0).decimal(value) } == [french, english])
    }

    @Test("One write in an hour is one write")
    func writes() async throws {
        try await Dash.with { dash in
            try await dash.pair("kind, hubspot_id", "'deal', '1'")
            try await dash.database.script("INSERT INTO journal (pair_id, event, at) VALUES (1, 'created', now() - interval '10 minutes')")
            #expect(try await dash.browser().get("/").text.contains("1 write in an hour, 0 in the last five minutes."))
            #expect(try await dash.browser(language: "fr").get("/").text.contains("1 écriture en une heure, 0 dans"))
        }
    }
}
