import Domain
import Testing

@testable import HubSpot

/// The compiled files of a time zone database (RFC 9636), and the rules in their footers (POSIX, `TZ`).
@Suite struct ZoneFileTests {
    private func changes(_ rule: String, in year: Int64) throws -> [String] {
        try #require(ZoneRule(rule)).changes(in: year).map {
            "\(Instant(milliseconds: $0.second * 1000).rfc3339) \($0.offset)"
        }
    }

    @Test("Rules: weekdays, the last of a month, negative and late hours, days of the year, summer that is the winter")
    func rules() throws {
        let paris = try changes("CET-1CEST,M3.5.0,M10.5.0/3", in: 2040)
        #expect(paris == ["2040-03-25T01:00:00Z 7200", "2040-10-28T01:00:00Z 3600"])
        let lordHowe = try changes("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", in: 2030)
        #expect(lordHowe == ["2030-04-06T15:00:00Z 37800", "2030-10-05T15:30:00Z 39600"])
        let dublin = try changes("IST-1GMT0,M10.5.0,M3.5.0/1", in: 2030)
        #expect(dublin == ["2030-03-31T01:00:00Z 3600", "2030-10-27T01:00:00Z 0"])
        let nuuk = try changes("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", in: 2030)
        #expect(nuuk == ["2030-03-31T01:00:00Z -3600", "2030-10-27T01:00:00Z -7200"])
        let gaza = try changes("EET-2EEST,M3.4.4/50,M10.4.4/50", in: 2030)
        #expect(gaza == ["2030-03-30T00:00:00Z 10800", "2030-10-25T23:00:00Z 7200"])
        #expect(try changes("AAA0BBB,J60/0,J365/23", in: 2028).first == "2028-03-01T00:00:00Z 3600")
        #expect(try changes("AAA0BBB,J60/0,J365/23", in: 2027).first == "2027-03-01T00:00:00Z 3600")
        #expect(try changes("AAA0BBB,59/0,300", in: 2028).first == "2028-02-29T00:00:00Z 3600")
        #expect(try changes("<+0545>-5:45", in: 2030) == [])
    }

    @Test("What is no rule is refused", arguments: ["", "CE", "CET", "CET-", "CET-1CEST", "CET-1CEST,M3.6.0,M10.5.0", "<+01-1", "CET-1 "])
    func noRules(_ text: String) { #expect(ZoneRule(text) == nil) }

    /// A file as newer databases have them: nothing on record but the footer.
    private static func slim(footer: String, version: Character = "2") -> [UInt8] {
        let block = Array("TZif\(version)".utf8) + Array(repeating: 0, count: 15)
            + [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 4]
            + [0, 0, 0x0e, 0x10, 0, 0] + Array("CET\0".utf8)
        return block + block + Array("\n\(footer)\n".utf8)
    }

    @Test("A file without a change on record goes by its footer; one of version 1, one cut short or another are none")
    func slim() throws {
        let bytes = Self.slim(footer: "CET-1CEST,M3.5.0,M10.5.0/3")
        let changes = try #require(ZoneFile(bytes)).changes(until: 2030)
        #expect(changes.contains(ZoneChange(second: 1_901_149_200, offset: 7200)))
        #expect(changes.last?.offset == 3600)
        #expect(try #require(ZoneFile(Self.slim(footer: "CET-1"))).changes(until: 2030).allSatisfy { $0.offset == 3600 })
        #expect(ZoneFile(Self.slim(footer: "CET-1", version: "1")) == nil)
        #expect(ZoneFile(Array("# a table\n".utf8)) == nil)
        for length in [0, 3, 44, 60, 90, 104] { #expect(ZoneFile(Array(bytes.prefix(length))) == nil, "\(length)") }
    }
}
