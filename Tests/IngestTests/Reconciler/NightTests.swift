import Domain
import Pipeline
import Runtime
import Testing

@testable import Ingest

@Suite("R29 The nights of the reconciliation")
struct NightTests {
    private let start = ReconciliationPlace(kind: .company)
    private let half = TimeOfDay(hour: 2, minute: 30)

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    @Test(
        "A night begins at the local time and lasts until the next",
        arguments: [
            ("2026-11-25T02:29:59Z", 0, "2026-11-24"), ("2026-11-25T02:30:00Z", 0, "2026-11-25"),
            ("2026-11-25T01:30:00Z", 3600, "2026-11-25"), ("2026-11-25T01:29:59Z", 3600, "2026-11-24"),
            ("2026-11-25T23:59:59Z", 0, "2026-11-25"), ("2026-11-26T07:29:59Z", -18000, "2026-11-25"),
        ])
    func days(now: String, offset: Int64, day: String) throws {
        let moment = try #require(Instant(rfc3339: now))
        #expect(Night.day(at: moment, offset: offset, startsAt: half).description == day)
    }

    @Test("A fleet that was just installed waits for its first night")
    func first() throws {
        let night = Night.next(after: nil, on: try day("2026-11-25"), from: start)
        #expect(night.place == nil && night.day == "2026-11-25")
        #expect(Night.next(after: night, on: try day("2026-11-26"), from: start).place == start)
    }

    @Test("Once a day: a night that is done stays done until the next one")
    func once() throws {
        let done = Night(day: try day("2026-11-25"), place: nil)
        #expect(Night.next(after: done, on: try day("2026-11-25"), from: start) == done)
    }

    @Test("A restart goes on where it was; a night that is not done when the next begins is finished first")
    func resumes() throws {
        var night = Night(day: try day("2026-11-25"), place: ReconciliationPlace(kind: .deal, last: PairID(700)))
        night.compared = 1700
        let kept = try #require(Night(night.text))
        #expect(kept == night)
        #expect(Night.next(after: kept, on: try day("2026-11-25"), from: start) == night)
        #expect(Night.next(after: kept, on: try day("2026-11-26"), from: start) == night)
        #expect(Night("rubbish") == nil)
    }
}
