import Domain
import Testing

@Suite struct DayTests {
    @Test(
        "A day that exists is read and written alike",
        arguments: [
            ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2024-02-29", 19_782),
            ("0001-01-01", -719_162),
            ("9999-12-31", 2_932_896), ("1900-02-28", -25_509),
        ] as [(String, Int64)])
    func reads(_ text: String, _ number: Int64) {
        #expect(Day(text)?.number == number)
        #expect(Day(number: number).description == text)
    }

    @Test(
        "A day that does not exist, or is spelled otherwise, is none",
        arguments: [
            "", "2025-02-29", "1900-02-29", "2100-02-29", "2025-04-31", "2025-00-10", "2025-13-10", "2025-10-00",
            "2025-10-32", "2025-1-1", "25-10-01", "2025/10/01", "20251001", "2025-10-01 ", "-2025-10-01", "2025-10-01T",
            "aaaa-bb-cc", "２０２５-10-01",
        ])
    func refuses(_ text: String) { #expect(Day(text) == nil) }

    @Test("Every day from 1890 to 2110 follows the one before, with the leap years of the calendar")
    func calendar() throws {
        let first = try #require(Day("1890-01-01"))
        let last = try #require(Day("2110-01-01"))
        var (year, month, day) = (Int64(1890), Int64(1), Int64(1))
        for number in first.number...last.number {
            #expect(Day(year: year, month: month, day: day)?.number == number)
            let leap = (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) || year.isMultiple(of: 400)
            let lengths: [Int64] = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            (day, month) = day == lengths[Int(month) - 1] ? (1, month + 1) : (day + 1, month)
            if month == 13 { (month, year) = (1, year + 1) }
        }
    }

    @Test(
        "R24 a moment falls on the day of the account's time zone",
        arguments: [
            ("2026-11-25T22:59:59Z", 3600, "2026-11-25"), ("2026-11-25T23:00:00Z", 3600, "2026-11-26"),
            ("2026-11-25T23:00:00Z", 0, "2026-11-25"), ("2026-11-25T02:00:00Z", -10_800, "2026-11-24"),
            ("1970-01-01T00:00:00Z", -1, "1969-12-31"),
        ] as [(String, Int64, String)])
    func zone(_ moment: String, _ offset: Int64, _ day: String) throws {
        #expect(Day(of: try #require(Instant(text: moment)), offset: offset).description == day)
    }
}
