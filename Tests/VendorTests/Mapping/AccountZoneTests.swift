import Domain
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
}
