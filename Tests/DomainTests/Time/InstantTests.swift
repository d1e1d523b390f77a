import Domain
import Testing

@Suite struct InstantTests {
    @Test(
        "A moment is read in the three ways HubSpot writes it",
        arguments: [
            ("0", 0), ("1764054030123", 1_764_054_030_123_000), ("-1", -1000),
            ("2025-11-25T07:00:30.123Z", 1_764_054_030_123_000), ("2025-11-25 07:00:30.123Z", 1_764_054_030_123_000),
            ("2025-11-25T08:00:30+01:00", 1_764_054_030_000_000), ("2025-11-25T01:30:30-05:30", 1_764_054_030_000_000),
            ("2025-11-25T07:00:30.1234567Z", 1_764_054_030_123_456), ("2025-11-25", 1_764_028_800_000_000),
            ("1969-12-31T23:59:59.999999Z", -1), ("0001-01-01T00:00:00Z", -62_135_596_800_000_000),
            ("2024-02-29T00:00:00z", 1_709_164_800_000_000), ("2016-12-31T23:59:60Z", 1_483_228_800_000_000),
        ] as [(String, Int64)])
    func reads(_ text: String, _ microseconds: Int64) {
        #expect(Instant(text: text)?.microseconds == microseconds)
    }

    @Test(
        "A text that is no moment gives none",
        arguments: [
            "", " ", "now", "+5", "1.5", "12e3", "2025-11-25T07:00:30", "2025-11-25T7:00:30Z", "2025-13-01T00:00:00Z",
            "2025-02-29T00:00:00Z", "2025-11-25T24:00:00Z", "2025-11-25T07:60:30Z", "2025-11-25T07:00:61Z",
            "2025-11-25T07:00:30.Z", "2025-11-25T07:00:30+0100", "2025-11-25T07:00:30+01:60", "2025-11-25T07:00:30ZZ",
            "25/11/2025", "99999999999999999999", "٢٠٢٥-١١-٢٥", "2025-11-25T07:00:30é", "\0",
        ])
    func refuses(_ text: String) { #expect(Instant(text: text) == nil) }

    @Test("A moment is written as it is read again")
    func roundTrip() {
        var random = Seeded(seed: 1)
        for _ in 0..<5_000 {
            let moment = Instant(
                microseconds: .random(in: -62_135_596_800_000_000...253_402_300_799_999_999, using: &random))
            #expect(Instant(text: moment.rfc3339) == moment)
        }
        #expect(Instant(microseconds: 0).rfc3339 == "1970-01-01T00:00:00Z")
        #expect(Instant(microseconds: -1).rfc3339 == "1969-12-31T23:59:59.999999Z")
    }

    @Test("Numbers out of range stop at its ends instead of wrapping or trapping")
    func saturates() {
        #expect(Instant(milliseconds: .max).microseconds == .max)
        #expect(Instant(milliseconds: .min).microseconds == .min)
        #expect((Instant(microseconds: .max) + .seconds(1)).microseconds == .max)
        #expect((Instant(microseconds: .min) - .seconds(1)).microseconds == .min)
        #expect((Instant(microseconds: 0) + .seconds(Int64.max)).microseconds == .max)
        #expect(Instant(microseconds: .max) - Instant(microseconds: .min) == .microseconds(Int64.max))
        for end in [Int64.min, .max] {
            #expect(!Instant(microseconds: end).rfc3339.isEmpty)
            _ = Day(of: Instant(microseconds: end), offset: end).midnightUTC
        }
    }

    @Test("Milliseconds are rounded down, also before 1970")
    func milliseconds() {
        #expect(Instant(microseconds: 1_999).milliseconds == 1)
        #expect(Instant(microseconds: -1).milliseconds == -1)
        #expect(Instant(microseconds: -1000).milliseconds == -1)
    }
}
