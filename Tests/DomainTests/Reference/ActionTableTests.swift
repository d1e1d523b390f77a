import Domain
import Testing

@Suite struct ActionTableTests {
    static func row(_ position: Int, _ domain: String, _ type: String, _ motive: String, _ result: String) -> ActionRow
    {
        ActionRow(position: position, action: ActionTriple(domain: domain, type: type, motive: motive), result: result)
    }

    static let table = ActionTable([
        row(9, "*", "*", "*", "EMAIL"), row(2, "COM", "TEL", "APPEL", "CALL"), row(3, "COM", "TEL", "RELANCE", "CALL"),
        row(1, "COM", "*", "RDV", "MEETING"), row(4, "COM", "VIS", "RDV", "MEETING"), row(5, "SAV", "*", "*", "TASK"),
    ])

    @Test(
        "R20 rows are read by position, * matches anything, the first match wins",
        arguments: [
            ("COM", "TEL", "APPEL", .call), ("COM", "TEL", "RELANCE", .call), ("COM", "TEL", "RDV", .meeting),
            ("COM", "VIS", "RDV", .meeting), ("COM", "TEL", "AUTRE", .email), ("X", "Y", "Z", .email),
            ("com", "TEL", "APPEL", .email), ("SAV", "TEL", "APPEL", nil),
        ] as [(String, String, String, Kind?)])
    func forward(_ domain: String, _ type: String, _ motive: String, _ kind: Kind?) {
        #expect(Self.table.kind(of: ActionTriple(domain: domain, type: type, motive: motive)) == kind)
    }

    @Test("R20 the other way round: the first row of that result without wildcards")
    func backward() {
        #expect(Self.table.action(for: .call) == ActionTriple(domain: "COM", type: "TEL", motive: "APPEL"))
        #expect(Self.table.action(for: .meeting) == ActionTriple(domain: "COM", type: "VIS", motive: "RDV"))
        #expect(Self.table.action(for: .email) == nil)
        #expect(Self.table.action(for: .deal) == nil)
    }

    @Test("R20 no row: unmapped")
    func empty() {
        #expect(ActionTable([]).kind(of: ActionTriple(domain: "COM", type: "TEL", motive: "APPEL")) == nil)
        #expect(Self.row(1, "a", "b", "c", "call").kind == nil)
    }
}
