import Database
import Domain
import TestKit
import Testing

/// A pair is tried again when the reference data that its reason names changes (rules.md, last sentence).
@Suite struct ReasonTests {
    @Test("Pairs whose reason or warning names what changed are looked at again, in the backfill lane")
    func wakes() async throws {
        try await TestDatabase.with { test in
            func plant(_ kind: Kind, _ shape: (inout PlantPair) -> Void) async throws -> PairID {
                try await test.plant(kind) {
                    $0.applied = 1
                    shape(&$0)
                }
            }
            let stage = try await plant(.deal) { ($0.state, $0.reason) = (.blocked, .stageUnknown) }
            let person = try await plant(.deal) {
                $0.state = .synced
                $0.warnings = [Warning(.siretNotCarried, detail: "1"), Warning(.personUnmatched, detail: "x")]
            }
            _ = try await plant(.deal) { ($0.state, $0.reason) = (.blocked, .nameMissing) }
            _ = try await plant(.deal) { ($0.state, $0.warnings) = (.synced, [Warning(.valueNotCarried, detail: "x")]) }
            let woken = try await test.database.run(
                WantPairsOfReasons(reasons: [.stageUnknown], warnings: [.personUnmatched]))
            #expect(Set(woken) == [stage, person])
            #expect(try await test.hints(of: stage).map(\.lane) == [.backfill])
        }
    }

    @Test("R8 When the trigger changes, a company whose box is off stays out")
    func trigger() async throws {
        try await TestDatabase.with { test in
            func plant(box: Bool) async throws -> PairID {
                try await test.plant(.company) {
                    ($0.state, $0.reason, $0.box, $0.applied) = (.notEligible, .lifecycleNotReached, box, 1)
                }
            }
            let ticked = try await plant(box: true)
            _ = try await plant(box: false)
            let woken = try await test.database.run(
                WantPairsOfReasons(reasons: [.lifecycleNotReached], warnings: []))
            #expect(woken == [ticked])
        }
    }
}
