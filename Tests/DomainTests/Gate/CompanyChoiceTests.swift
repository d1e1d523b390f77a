import Domain
import Testing

@Suite struct CompanyChoiceTests {
    typealias Company = ID<HubSpotRecord>

    static func candidate(
        _ id: String, primary: Bool = false, synced: Bool = false, siret: Bool = true
    ) -> CompanyCandidate {
        CompanyCandidate(id: ID(id), isPrimary: primary, isSynced: synced, hasSIRET: siret)
    }

    @Test("R12 the company of a deal or contact is its primary one, else its only one")
    func primary() {
        let (a, b) = (Self.candidate("a"), Self.candidate("b"))
        #expect(CompanyChoice.ofRecord([], current: nil) == .none)
        #expect(CompanyChoice.ofRecord([a], current: nil) == .company(ID("a")))
        #expect(CompanyChoice.ofRecord([a, a], current: nil) == .company(ID("a")))
        #expect(CompanyChoice.ofRecord([a, b], current: nil) == .ambiguous([ID("a"), ID("b")]))
        #expect(CompanyChoice.ofRecord([b, a], current: ID("a")) == .ambiguous([ID("a"), ID("b")]))
        #expect(CompanyChoice.ofRecord([a, Self.candidate("b", primary: true)], current: nil) == .company(ID("b")))
    }

    @Test("R12 moved to another company with a SIRET, the record moves too, also to one not synced")
    func moved() {
        let old = Self.candidate("a", synced: true)
        #expect(
            CompanyChoice.ofRecord([old, Self.candidate("b", primary: true, synced: true)], current: ID("a"))
                == .company(ID("b")))
        #expect(
            CompanyChoice.ofRecord([old, Self.candidate("b", primary: true)], current: ID("a")) == .company(ID("b")))
    }

    @Test("R12 a company without a SIRET that takes the primary mark moves nothing while a synced one stays")
    func automatic() {
        let automatic = Self.candidate("z", primary: true, siret: false)
        let synced = Self.candidate("a", synced: true)
        let other = Self.candidate("b", synced: true)
        let choose = CompanyChoice.ofRecord
        #expect(choose([automatic, synced], ID("a")) == .company(ID("a")))
        #expect(choose([automatic, synced], nil) == .company(ID("a")))
        #expect(choose([automatic, synced, other], ID("b")) == .company(ID("b")))
        #expect(choose([automatic, synced, other], nil) == .ambiguous([ID("a"), ID("b")]))
        #expect(choose([automatic, Self.candidate("a")], ID("a")) == .company(ID("z")))
        #expect(choose([automatic], ID("a")) == .company(ID("z")))
        // a synced company whose SIRET was cleared later is a company like any other (R7)
        #expect(
            choose([Self.candidate("z", primary: true, synced: true, siret: false), synced], ID("a"))
                == .company(ID("z")))
    }

    @Test(
        "R12 the company of an activity: its only one, else that of its deals, else that of its contacts",
        arguments: [
            ([], [], [], .none),
            (["a"], [], [], .company("a")), (["a"], ["b"], ["c"], .company("a")), (["a", "a"], [], [], .company("a")),
            ([], ["a", "a"], ["b"], .company("a")), ([], [], ["a", "a"], .company("a")),
            (["a", "b"], ["b"], [], .company("b")), (["a", "b"], [], ["a"], .company("a")),
            ([], ["a", "b"], ["a"], .company("a")),
            ([], [], ["a", "b"], .ambiguous(["a", "b"])), (["b", "a"], [], [], .ambiguous(["a", "b"])),
            ([], ["a", "b"], ["c", "d"], .ambiguous(["a", "b", "c", "d"])),
        ] as [([String], [String], [String], Expected)])
    func activity(_ own: [String], _ deals: [String], _ contacts: [String], _ expected: Expected) {
        let choice = CompanyChoice.ofActivity(
            companies: own.map { ID($0) }, deals: deals.map { ID($0) }, contacts: contacts.map { ID($0) })
        switch expected {
        case .none: #expect(choice == .none)
        case .company(let id): #expect(choice == .company(ID(id)))
        case .ambiguous(let ids): #expect(choice == .ambiguous(ids.map { ID($0) }))
        }
    }

    enum Expected: Sendable {
        case none
        case company(String)
        case ambiguous([String])
    }

    @Test("R27 the order in which associations are told does not matter")
    func order() {
        var random = Seeded(seed: 12)
        for _ in 0..<2_000 {
            let candidates = (0..<random.pick([1, 2, 3, 4])).map { _ in
                Self.candidate(
                    random.pick(["a", "b", "c"]), primary: random.chance(3), synced: random.chance(2),
                    siret: random.chance(2))
            }
            let distinct = Dictionary(candidates.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }).values
                .sorted { $0.id.rawValue < $1.id.rawValue }
            let current = random.pick([nil, "a", "b"]).map { Company($0) }
            let choice = CompanyChoice.ofRecord(distinct, current: current)
            #expect(CompanyChoice.ofRecord(distinct.shuffled(using: &random), current: current) == choice)
            if case .company(let id) = choice { #expect(distinct.contains { $0.id == id }) }
        }
    }
}
