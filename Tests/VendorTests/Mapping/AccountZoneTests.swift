import Domain
import Foundation
import HubSpot
import Testing

@Suite("The account's time zone")
struct AccountZoneTests {
    private func instant(_ text: String) throws -> Instant { try #require(Instant(text: text)) }

    @Test("Paris changes its clocks at one o'clock UTC on the last Sundays of March and October")
    func paris() throws {
        let zone = Fixture.paris
        #expect(zone.offset(at: try instant("2026-03-29T00:59:59Z")) == 3600)
        #expect(zone.offset(at: try instant("2026-03-29T01:00:00Z")) == 7200)
        #expect(zone.offset(at: try instant("2026-10-25T00:59:59Z")) == 7200)
        #expect(zone.offset(at: try instant("2026-10-25T01:00:00Z")) == 3600)
        #expect(zone.offset(at: try instant("2059-07-01T00:00:00Z")) == 7200)
    }

    static let days = [
        "2026-03-28", "2026-03-29", "2026-03-30", "2026-10-24", "2026-10-25", "2026-10-26", "2026-12-31", "1999-01-01",
    ]
    static let zones = [
        "Europe/Paris", "Pacific/Auckland", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kolkata", "UTC",
    ]

    @Test("Noon of a day falls on that day, also when the clocks change", arguments: days, zones)
    func noon(_ text: String, _ name: String) throws {
        let zone = AccountZone.offsets(of: name)
        let day = try #require(Day(text))
        let noon = zone.noon(of: day)
        let local = noon + .seconds(zone.offset(at: noon))
        #expect(Day(of: noon, offset: zone.offset(at: noon)) == day)
        #expect(local.rfc3339 == "\(text)T12:00:00Z")
    }

    @Test("A name that is no zone is known as such")
    func unknown() {
        #expect(
            AccountZone.isKnown("Europe/Paris") && AccountZone.isKnown("US/Eastern")
                && !AccountZone.isKnown("Mars/Olympus"))
        #expect(AccountZone.offsets(of: "Mars/Olympus").offset(at: Instant(milliseconds: 0)) == 0)
    }

    /// Half hours, both hemispheres, a skipped day, a summer of half an hour, a winter that is the exception (Dublin),
    /// changes by the date, before midnight, and none at all.
    static let tricky = [
        "Europe/Paris", "Europe/Dublin", "Europe/Lisbon", "America/New_York", "America/St_Johns", "America/Santiago",
        "America/Sao_Paulo", "America/Havana", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Apia", "Pacific/Chatham",
        "Asia/Kathmandu", "Asia/Tokyo", "Africa/Johannesburg", "Antarctica/Troll", "US/Eastern", "Etc/GMT+5", "UTC",
    ]

    @Test("Every hour of a day that changes, and every week from 1990 to 2060, is what Foundation says", arguments: tricky)
    func foundation(_ name: String) throws {
        let zone = AccountZone.offsets(of: name)
        let other = try #require(TimeZone(identifier: name))
        let start = try instant("1990-01-01T00:00:00Z").milliseconds / 1000
        let end = try instant("2060-01-01T00:00:00Z").milliseconds / 1000
        let weeks = Array(stride(from: start, to: end, by: 7 * 86_400))
        let changes = zone.transitions.map { $0.from.milliseconds / 1000 }.filter { $0 > start && $0 < end }
        let differing = (weeks + changes.flatMap { [$0 - 1, $0] }).filter { second in
            let theirs = Int64(other.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(second))))
            return zone.offset(at: Instant(milliseconds: second * 1000)) != theirs
        }
        #expect(differing.isEmpty, "\(differing.count), the first at \(differing.first ?? 0)")
    }

    @Test("A name that leads out of the database, or to another file in it, is no zone", arguments: [
        "", "../zoneinfo/UTC", "Europe", "Europe/", "zone1970.tab", "Europe/Paris\0", "/etc/passwd", "Éire",
    ])
    func outside(_ name: String) { #expect(!AccountZone.isKnown(name)) }
}
