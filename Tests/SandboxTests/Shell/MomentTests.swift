import Testing

@testable import Sandbox

struct MomentTests {
    @Test(
        "Moments are read in every spelling HubSpot takes, and written in one",
        arguments: [
            ("0", 0), ("1970-01-01", 0), ("2024-02-29T12:34:56.789Z", 1_709_210_096_789),
            ("2026-07-01T00:00:00+02:00", 1_782_856_800_000), ("1969-12-31T23:59:59.999Z", -1),
            ("2000-03-01", 951_868_800_000),
        ])
    func read(text: String, milliseconds: Int) {
        #expect(Moment.read(text) == milliseconds)
        #expect(Moment.read(Moment.iso(milliseconds)) == milliseconds)
    }

    @Test("What is no moment is none", arguments: ["", "yesterday", "2026-13-01", "2026-01-01T25:00:00Z", "2026-1-1"])
    func refused(text: String) {
        #expect(Moment.read(text) == nil)
    }
}
