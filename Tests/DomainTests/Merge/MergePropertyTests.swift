import Domain
import Testing

@Suite struct MergePropertyTests {
    private static func each(_ seed: UInt64, _ body: (MergeCase, inout Seeded) -> Void) {
        var random = Seeded(seed: seed)
        for _ in 0..<3_000 { body(MergeCase(&random), &random) }
    }

    @Test("R27 the same records and last values give the same decision, whatever the order of the fields")
    func determinism() {
        Self.each(27) { merge, random in
            let shuffled = Merge.decide(
                hubspot: merge.hubspot, artis: merge.artis, snapshot: merge.snapshot,
                fields: MergeCase.fields.shuffled(using: &random), required: merge.required, conflictWins: merge.wins,
                keepEmpty: merge.keepEmpty)
            #expect(merge.decision == merge.decision)
            #expect(shuffled.toHubSpot == merge.decision.toHubSpot && shuffled.toArtis == merge.decision.toArtis)
            #expect(Set(shuffled.conflicts) == Set(merge.decision.conflicts))
        }
    }

    @Test("R25 once written and taken as the last synced values, nothing is left to write")
    func idempotence() {
        Self.each(25) { merge, _ in
            let settled = merge.settled
            let next = merge.decision(hubspot: settled.hubspot, artis: settled.artis, snapshot: settled)
            #expect(next.isEmpty && next.conflicts.isEmpty)
        }
    }

    @Test("R24 a decision that was written and not recorded leads to the same end")
    func lostAnswer() {
        Self.each(241) { merge, _ in
            let settled = merge.settled
            let again = merge.decision(hubspot: settled.hubspot, artis: settled.artis, snapshot: merge.snapshot)
            for field in MergeCase.fields
            where merge.decision.toHubSpot[field] != nil || merge.decision.toArtis[field] != nil {
                #expect(again.toHubSpot[field] == nil && again.toArtis[field] == nil)
            }
        }
    }

    @Test("R24 swapping the sides and the winner swaps the decision")
    func symmetry() {
        Self.each(242) { original, _ in
            var merge = original
            merge.keepEmpty = []
            #expect(merge.swapped.decision.toHubSpot == merge.decision.toArtis)
            #expect(merge.swapped.decision.toArtis == merge.decision.toHubSpot)
            #expect(merge.swapped.decision.conflicts.map(\.winner.other) == merge.decision.conflicts.map(\.winner))
        }
    }

    @Test("R24 a side whose field changed alone is never rewritten, but for R19; no field is written on both sides")
    func untouched() {
        Self.each(243) { merge, _ in
            for field in MergeCase.fields {
                #expect(merge.decision.toHubSpot[field] == nil || merge.decision.toArtis[field] == nil)
                guard let last = merge.snapshot else { continue }
                let changed = (merge.hubspot[field] != last.hubspot[field], merge.artis[field] != last.artis[field])
                let refilled = merge.decision.conflicts.contains { $0.field == field && $0.cause == .requiredCleared }
                if changed == (false, false) {
                    #expect(merge.decision.toHubSpot[field] == nil && merge.decision.toArtis[field] == nil)
                }
                if changed == (true, false) && !refilled { #expect(merge.decision.toHubSpot[field] == nil) }
                if changed == (false, true) && !refilled { #expect(merge.decision.toArtis[field] == nil) }
            }
        }
    }

    @Test("R24 what is written makes the two sides agree on that field, and nothing equal is written")
    func convergence() {
        Self.each(244) { merge, _ in
            let settled = merge.settled
            for (field, value) in merge.decision.toHubSpot {
                #expect(value == merge.artis[field] && value != merge.hubspot[field])
                #expect(settled.hubspot[field] == settled.artis[field])
            }
            for (field, value) in merge.decision.toArtis {
                #expect(value == merge.hubspot[field] && value != merge.artis[field])
                #expect(settled.hubspot[field] == settled.artis[field])
            }
        }
    }

    @Test("R19 R18 no write clears a required field, nor a civilité in artis")
    func neverCleared() {
        Self.each(19) { merge, _ in
            for field in merge.required {
                #expect(merge.decision.toArtis[field] != .some(nil))
                #expect(merge.decision.toHubSpot[field] != .some(nil))
            }
            for field in merge.keepEmpty { #expect(merge.decision.toArtis[field] != .some(nil)) }
        }
    }

    @Test("R24 fields that are not merged are left alone")
    func otherFields() {
        let decision = Merge.decide(
            hubspot: [.name: "a"], artis: [.name: "b"], snapshot: nil, fields: [.city], conflictWins: .artis)
        #expect(decision == MergeDecision())
    }
}
