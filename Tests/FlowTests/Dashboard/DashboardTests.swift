import TestKit
import Testing

/// The dashboard as people use it, in Chromium.
@Suite(.office(), .judged, .serialized) struct DashboardTests {
    @Test("a day with the dashboard: find what waits and why, mend it, watch it go; retry, discard, pause, resume")
    func day() async throws { try await BrowserTale.tell("day", in: try Office.open) }

    @Test("guessed passwords, forged forms, markup in names, thousands of records, a server that goes and comes back")
    func hostile() async throws {
        let office = try Office.open
        try await Crowd.gather(in: office.fleet.database)
        try await BrowserTale.tell("hostile", in: office)
        try await Crowd.leave(office.fleet.database)
    }
}
