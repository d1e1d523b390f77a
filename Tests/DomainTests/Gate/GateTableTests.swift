import Domain
import Testing

/// The table of the source page, "Déclencheurs pour la synchronisation", all 16 combinations of its four columns.
@Suite struct GateTableTests {
    struct Row: Sendable, CustomTestStringConvertible {
        /// Whether the lifecycle stage equals the parameter.
        var stage: Bool
        var company: Bool
        var deal: Bool
        var contact: Bool
        /// What is synced.
        var expected: Set<Kind>

        var testDescription: String { "stage \(stage) company \(company) deal \(deal) contact \(contact)" }
    }

    static let everyActivity: Set<Kind> = [.call, .meeting, .email]

    /// The page's rows; "any" stands for both.
    static let page: [(stage: Bool, company: [Bool], deal: [Bool], contact: [Bool], expected: Set<Kind>)] = [
        (false, [true, false], [true, false], [true, false], []),
        (true, [false], [true, false], [true, false], []),
        (true, [true], [false], [false], everyActivity.union([.company])),
        (true, [true], [true], [false], everyActivity.union([.company, .deal])),
        (true, [true], [false], [true], everyActivity.union([.company, .contact])),
        (true, [true], [true], [true], everyActivity.union([.company, .deal, .contact])),
    ]

    static let rows: [Row] = page.flatMap { line in
        line.company.flatMap { company in
            line.deal.flatMap { deal in
                line.contact.map {
                    Row(stage: line.stage, company: company, deal: deal, contact: $0, expected: line.expected)
                }
            }
        }
    }

    @Test("R10 the table holds every combination once")
    func complete() { #expect(Set(Self.rows.map(\.testDescription)).count == 16 && Self.rows.count == 16) }

    @Test("R10 what is synced is what the page says", arguments: rows)
    func table(_ row: Row) {
        #expect(Self.synced(row, latched: []) == row.expected)
    }

    @Test("R11 what has begun goes on, whatever the stage and the boxes become", arguments: rows, rows)
    func latched(_ before: Row, _ after: Row) {
        let begun = Self.synced(before, latched: [])
        #expect(Self.synced(after, latched: begun).isSuperset(of: begun))
    }

    static func synced(_ row: Row, latched: Set<Kind>) -> Set<Kind> {
        let trigger = TriggerTests.verdict(
            stage: [(row.stage ? "opportunity" : "lead", 1)], box: [(row.company ? "true" : "false", 1)])
        let company = Gate.company(latched: latched.contains(.company), trigger: trigger, siret: nil)
        let (standing, choice) = (company == .go ? CompanyStanding.open : .notSynced, CompanyChoice.company(ID("1")))
        let deal = Dependant.deal(
            latched: latched.contains(.deal), ticked: row.deal, pipeline: .used, mapping: .mapped, choice: choice,
            standing: standing)
        let contact = Dependant.contact(
            latched: latched.contains(.contact), ticked: row.contact, mapping: .mapped, choice: choice,
            standing: standing)
        var synced: Set<Kind> = []
        if company == .go { synced.insert(.company) }
        if Gate.dependant(deal) == .go { synced.insert(.deal) }
        if Gate.dependant(contact) == .go { synced.insert(.contact) }
        for kind in everyActivity {
            let activity = Dependant.activity(
                latched: latched.contains(kind), mapping: .mapped, choice: choice, standing: standing)
            if Gate.dependant(activity) == .go { synced.insert(kind) }
        }
        return synced
    }
}
