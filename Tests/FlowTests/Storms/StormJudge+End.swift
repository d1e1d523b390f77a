import TestKit
import Testing

extension FleetUnderTest {
    /// Waits until nothing is left to be done, and judges the end.
    /// - Parameter penalties: how many 429 the test itself asked for.
    @discardableResult
    func expectExactEnd(
        within seconds: Int = 120, penalties: Int = 0, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> StormJudge {
        try await calm(within: seconds)
        let judge = try await StormJudge(self)
        let complaints = judge.complaints(penalties: penalties)
        let worst = complaints.prefix(20).joined(separator: "\n")
        #expect(complaints.isEmpty, "\(complaints.count): \(worst)", sourceLocation: sourceLocation)
        return judge
    }
}
