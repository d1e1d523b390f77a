import Domain
import Testing

@Suite struct CanonicalValueTests {
    @Test(
        "R24 an amount is a decimal with two digits, exact however large",
        arguments: [
            ("1234.5", "1234.50"), ("1234.50", "1234.50"), ("1234", "1234.00"), ("0", "0.00"), ("", ""),
            ("  12 ", "12.00"),
            (".5", "0.50"), ("5.", "5.00"), ("007", "7.00"), ("+3.1", "3.10"), ("-3.1", "-3.10"), ("-0.00", "0.00"),
            ("0.005", "0.01"), ("0.004999", "0.00"), ("-0.005", "-0.01"), ("-0.004", "0.00"), ("1.115", "1.12"),
            ("2.675", "2.68"), ("99.995", "100.00"), ("999999999999999999999999.999", "1000000000000000000000000.00"),
            ("123456789012345678901234567890.12", "123456789012345678901234567890.12"),
        ])
    func amount(_ text: String, _ canonical: String) throws {
        #expect(try Canonical.amount(text) == canonical)
        #expect(try Canonical.amount(canonical) == canonical)
    }

    @Test(
        "R24 what is no plain decimal is no amount",
        arguments: [
            "1e5", "1E5", "1 234,50", "1,5", "1.2.3", "abc", ".", "-", "+-1", "--1", "NaN", "inf", "0x10", "1_000",
            "١٢", "12€",
        ])
    func noAmount(_ text: String) {
        #expect(throws: CanonicalFault.notAnAmount) { try Canonical.amount(text) }
    }

    @Test("R1 R28 mails are trimmed and lower-cased")
    func mail() {
        #expect(Canonical.mail(" Jean.DURAND@Exemple.FR\u{A0}\n") == "jean.durand@exemple.fr")
    }

    @Test("R24 text is trimmed, its inside is left alone, and what PostgreSQL cannot hold is left out")
    func text() {
        #expect(Canonical.text("\u{A0} Éts  Durand \t\r\n") == "Éts  Durand")
        #expect(Canonical.text("a\0b") == "ab")
        #expect(Canonical.text(" \u{A0}") == "")
        #expect(Canonical.phone(" 04 78 00 00 00 ") == "04 78 00 00 00")
        #expect(Canonical.siret("732 829 320 00074") == "73282932000074")
        #expect(Canonical.siret(" 732 ") == "732")
    }

    @Test(
        "R24 a close date is the day in the account's time zone, in summer and in winter",
        arguments: [
            ("2026-07-14T22:30:00Z", "2026-07-15"), ("2026-12-14T22:30:00Z", "2026-12-14"),
            ("2026-07-14", "2026-07-14"),
            ("1784068200000", "2026-07-15"), ("", ""),
        ])
    func day(_ text: String, _ day: String) throws {
        let summer = Instant(text: "2026-03-29")!..<Instant(text: "2026-10-25")!
        #expect(try Canonical.day(text) { summer.contains($0) ? 7200 : 3600 } == day)
    }

    @Test(
        "R24 a moment is UTC to the second, rounded down",
        arguments: [
            ("2026-11-25T08:00:30.999+01:00", "2026-11-25T07:00:30Z"), ("1764054030123", "2025-11-25T07:00:30Z"),
            ("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59Z"), ("", ""),
        ])
    func moment(_ text: String, _ canonical: String) throws {
        #expect(try Canonical.moment(text) == canonical)
        #expect(try Canonical.moment(canonical) == canonical)
    }

    @Test("R24 what is no day or moment says so")
    func noTime() {
        #expect(throws: CanonicalFault.notADay) { try Canonical.day("demain") { _ in 0 } }
        #expect(throws: CanonicalFault.notAMoment) { try Canonical.moment("2026-02-30") }
        #expect(throws: Never.self) { try Canonical.moment("-9223372036854775808") }
    }
}
