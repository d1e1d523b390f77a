import TestKit
import Testing

/// The dashboard beside an office's fleet, so that all six programs that run may be asked what they tell of themselves.
struct WatchedTrait: SuiteTrait, TestScoping {
    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable @concurrent () async throws -> Void
    ) async throws {
        let fleet = try Office.open.fleet
        try fleet.start("dashboard", settings: ["DASHBOARD_LISTEN": "127.0.0.1:\(FreePort.find())"])
        try await fleet.until("an answer of the dashboard") { try await fleet.ask("dashboard", "/readyz")?.status == 200 }
        try await function()
    }
}

extension Trait where Self == WatchedTrait {
    static var watched: WatchedTrait { WatchedTrait() }
}
