import Domain
import Testing

@Suite struct LabelTableTests {
    static let civilities = LabelTable([
        .init(position: 3, code: "M", label: "Monsieur"),
        .init(position: 1, code: "DR", label: "Docteur", active: false),
        .init(position: 2, code: "MME", label: "Madame"),
    ])

    @Test("R18 the first possible value is the active one with the lowest position")
    func firstPossible() {
        #expect(Self.civilities.firstPossible == "MME")
        #expect(LabelTable([]).firstPossible == nil)
        #expect(LabelTable([.init(position: 1, code: "X", label: "x", active: false)]).firstPossible == nil)
    }

    @Test("R18 a code is known exactly as the table spells it, active or not")
    func known() {
        #expect(Self.civilities.known("M") && Self.civilities.known("DR"))
        #expect(!Self.civilities.known("m") && !Self.civilities.known("") && !Self.civilities.known("Monsieur"))
    }

    @Test("R2 the role is known by its code, case included, whatever its label")
    func role() {
        let roles = LabelTable([.init(position: 1, code: "TELEVENDEUR_HUBSPOT", label: "Télévendeur")])
        #expect(roles.known(LabelTable.hubspotRole))
        #expect(!LabelTable([.init(position: 1, code: "Televendeur_Hubspot", label: "")]).known(LabelTable.hubspotRole))
    }
}
