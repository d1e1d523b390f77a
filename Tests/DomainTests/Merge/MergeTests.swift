import Domain
import Testing

@Suite struct MergeTests {
    /// One field, and what the merge makes of it: nil stands for an empty value, `.some(nil)` clears.
    struct Row: Sendable {
        var last: (hubspot: String?, artis: String?)?
        var hubspot: String?
        var artis: String?
        var toHubSpot: String??
        var toArtis: String??
        var cause: FieldConflict.Cause?
    }

    static func row(
        _ last: (String?, String?)?, _ now: (String?, String?), toHubSpot: String?? = nil, toArtis: String?? = nil,
        _ cause: FieldConflict.Cause? = nil
    ) -> Row {
        Row(last: last, hubspot: now.0, artis: now.1, toHubSpot: toHubSpot, toArtis: toArtis, cause: cause)
    }

    static func decide(
        _ row: Row, required: Bool = false, keepEmpty: Bool = false, wins: System = .artis
    ) -> MergeDecision {
        func values(_ value: String?) -> Values { value.map { [.city: $0] } ?? [:] }
        return Merge.decide(
            hubspot: values(row.hubspot), artis: values(row.artis),
            snapshot: row.last.map { Snapshot(hubspot: values($0.hubspot), artis: values($0.artis)) }, fields: [.city],
            required: required ? [.city] : [], conflictWins: wins, keepEmpty: keepEmpty ? [.city] : [])
    }

    static func expect(_ row: Row, _ decision: MergeDecision, at location: SourceLocation = #_sourceLocation) {
        #expect(decision.toHubSpot[.city] == row.toHubSpot, sourceLocation: location)
        #expect(decision.toArtis[.city] == row.toArtis, sourceLocation: location)
        #expect(decision.conflicts.first?.cause == row.cause, sourceLocation: location)
    }

    @Test(
        "R24 three-way merge: one side changed, both alike, both apart, artis winning",
        arguments: [
            row(("a", "a"), ("a", "a")),
            row(("a", "a"), ("b", "a"), toArtis: "b"),
            row(("a", "a"), ("a", "b"), toHubSpot: "b"),
            row(("a", "a"), ("b", "b")),
            row(("a", "a"), ("b", "c"), toHubSpot: "c", .bothChanged),
            row(("a", "a"), (nil, "a"), toArtis: .some(nil)),
            row(("a", "a"), ("a", nil), toHubSpot: .some(nil)),
            row(("a", "a"), (nil, nil)),
            row(("a", "a"), (nil, "c"), toHubSpot: "c", .bothChanged),
            row(("a", "a"), ("b", nil), toHubSpot: .some(nil), .bothChanged),
            // each side against its own last value: a form of its own is no change
            row(("a", "A"), ("a", "A")),
            row(("a", "A"), ("b", "A"), toArtis: "b"),
            row(("a", "A"), ("a", "B"), toHubSpot: "B"),
            row(("a", "A"), ("A", "A")),
        ])
    func threeWay(_ row: Row) { Self.expect(row, Self.decide(row)) }

    @Test("R24 both changed apart: the side named by CONFLICT_WINS wins, and both values are recorded")
    func conflictWins() {
        let decision = Self.decide(Self.row(("a", "a"), ("b", "c")), wins: .hubspot)
        #expect(decision.toArtis == [.city: "b"] && decision.toHubSpot.isEmpty)
        #expect(
            decision.conflicts == [
                FieldConflict(field: .city, hubspot: "b", artis: "c", winner: .hubspot, cause: .bothChanged)
            ])
    }

    @Test(
        "R24 first link: empty fields are filled, and where both are filled the same side wins",
        arguments: [
            row(nil, ("a", nil), toArtis: "a"), row(nil, (nil, "a"), toHubSpot: "a"), row(nil, ("a", "a")),
            row(nil, (nil, nil)), row(nil, ("a", "b"), toHubSpot: "b", .firstLink),
        ])
    func firstLink(_ row: Row) {
        Self.expect(row, Self.decide(row))
        if row.hubspot != nil, row.artis != nil, row.hubspot != row.artis {
            #expect(Self.decide(row, wins: .hubspot).toArtis == [.city: row.hubspot])
        }
    }

    @Test(
        "R19 a required field cleared in HubSpot is refilled from artis, with a conflict",
        arguments: [
            row(("a", "a"), (nil, "a"), toHubSpot: "a", .requiredCleared),
            row(("a", "a"), ("a", nil), toArtis: "a", .requiredCleared),
            row(("a", "a"), (nil, nil)),
            row(("a", "a"), ("b", "a"), toArtis: "b"),
            row(nil, (nil, "a"), toHubSpot: "a"),
        ])
    func required(_ row: Row) { Self.expect(row, Self.decide(row, required: true)) }

    @Test("R19 a required field is never cleared in artis, whoever wins", arguments: System.allCases)
    func neverCleared(_ wins: System) {
        let decision = Self.decide(Self.row(("a", "a"), (nil, "c")), required: true, wins: wins)
        #expect(decision.toArtis.isEmpty && decision.toHubSpot == [.city: "c"])
        #expect(decision.conflicts.count == 1)
    }

    @Test(
        "R18 a blank civilité in HubSpot is neither filled at the first link nor carried to artis",
        arguments: [
            row(nil, (nil, "M")), row(nil, ("MME", "M"), toHubSpot: "M", .firstLink), row((nil, "M"), (nil, "M")),
            row(("M", "M"), (nil, "M")), row((nil, "M"), ("MME", "M"), toArtis: "MME"),
            row((nil, "M"), (nil, "MME"), toHubSpot: "MME"), row(("M", "M"), (nil, "MME"), toHubSpot: "MME"),
        ])
    func keepEmpty(_ row: Row) { Self.expect(row, Self.decide(row, keepEmpty: true)) }

    @Test("R24 canonically equal accents are one value")
    func accents() {
        #expect(Self.decide(Self.row(("e\u{301}", "é"), ("é", "e\u{301}"))).isEmpty)
        #expect(Self.decide(Self.row(nil, ("e\u{301}", "é"))).isEmpty)
    }

    @Test("R17 a locked affaire: the field it names goes back in HubSpot, and the others are written")
    func lockedField() {
        let hubspot: Values = [.title: "t", .amount: "2.00"]
        let artis: Values = [.title: "s", .amount: "1.00"]
        let decision = MergeDecision(toArtis: [.title: "t", .amount: "2.00"]).locked(
            .amount, hubspot: hubspot, artis: artis)
        #expect(decision.toArtis == [.title: "t"])
        #expect(decision.toHubSpot == [.amount: "1.00"])
        #expect(
            decision.conflicts == [
                FieldConflict(field: .amount, hubspot: "2.00", artis: "1.00", winner: .artis, cause: .locked)
            ])
    }

    @Test(
        "R17 without a field, or with one that was not written, every field of that write goes back",
        arguments: [Field?.none, .stage])
    func lockedRecord(_ field: Field?) {
        let decision = MergeDecision(toArtis: [.title: "t", .closeDay: "2026-01-01"])
            .locked(field, hubspot: [.title: "t", .closeDay: "2026-01-01"], artis: [.title: "s"])
        #expect(decision.toArtis.isEmpty)
        let givenBack: [Field: String?] = [.title: "s", .closeDay: nil]
        #expect(decision.toHubSpot == givenBack)
        #expect(decision.conflicts.map(\.field) == [.title, .closeDay])
    }
}
