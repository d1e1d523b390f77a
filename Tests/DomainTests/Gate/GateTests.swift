import Domain
import Testing

@Suite struct GateTests {
    static func deal(
        latched: Bool = false, ticked: Bool = true, pipeline: PipelineVerdict = .used,
        mapping: MappingVerdict = .mapped,
        choice: CompanyChoice = .company(ID("1")), standing: CompanyStanding = .open
    ) -> GateDecision {
        Gate.dependant(
            .deal(
                latched: latched, ticked: ticked, pipeline: pipeline, mapping: mapping, choice: choice,
                standing: standing))
    }

    @Test(
        "R13 a dependant waits for its company, whatever else is wrong with its values",
        arguments: [
            (.unknown, .wait(.companyNotSynced)), (.notSynced, .wait(.companyNotSynced)),
            (.stopped, .wait(.companyStopped)),
            (.open, .go),
        ] as [(CompanyStanding, GateDecision)])
    func standing(_ standing: CompanyStanding, _ expected: GateDecision) {
        #expect(Self.deal(standing: standing) == expected)
        #expect(Self.deal(latched: true, standing: standing) == expected)
        let activity = Dependant.activity(
            latched: false, mapping: .mapped, choice: .company(ID("1")), standing: standing)
        #expect(Gate.dependant(activity) == expected)
    }

    @Test("R13 nothing passes the gate while its company is not open", arguments: CompanyStanding.allCases)
    func nothingPasses(_ standing: CompanyStanding) {
        for latched in [true, false] {
            for ticked in [true, false] {
                for pipeline in [PipelineVerdict.used, .other, .unknown(detail: "")] {
                    for choice in [CompanyChoice.company(ID("1")), .none, .ambiguous([ID("1"), ID("2")])] {
                        let decision = Self.deal(
                            latched: latched, ticked: ticked, pipeline: pipeline, choice: choice, standing: standing)
                        let mayGo =
                            standing == .open && choice == .company(ID("1")) && pipeline == .used && (latched || ticked)
                        #expect((decision == .go) == mayGo)
                    }
                }
            }
        }
    }

    @Test("R12 none: it waits; several: blocked, naming them")
    func choice() {
        #expect(Self.deal(choice: .none, standing: .unknown) == .wait(.noCompany))
        #expect(
            Self.deal(choice: .ambiguous([ID("1"), ID("2")]), standing: .unknown)
                == .blocked(.companyAmbiguous, detail: "1, 2"))
    }

    @Test("R10 an unticked deal is not eligible, before anything else is asked")
    func box() {
        #expect(
            Self.deal(ticked: false, pipeline: .unknown(detail: ""), choice: .none) == .notEligible(.syncNotRequested))
    }

    @Test("R16 a deal of another pipeline is not eligible, and waits once latched; an unknown pipeline blocks")
    func pipeline() {
        #expect(Self.deal(pipeline: .other) == .notEligible(.otherPipeline))
        #expect(Self.deal(latched: true, pipeline: .other) == .wait(.otherPipeline))
        #expect(Self.deal(pipeline: .unknown(detail: "A, B")) == .blocked(.pipelineUnknown, detail: "A, B"))
        #expect(Self.deal(latched: true, pipeline: .unknown(detail: "")) == .blocked(.pipelineUnknown, detail: ""))
    }

    @Test("R15 R18 R19 what cannot be told blocks, once the company is there")
    func mapping() {
        let unknown = MappingVerdict.blocked(.stageUnknown, detail: "Devis")
        #expect(Self.deal(mapping: unknown) == .blocked(.stageUnknown, detail: "Devis"))
        #expect(Self.deal(latched: true, mapping: unknown) == .blocked(.stageUnknown, detail: "Devis"))
        #expect(Self.deal(mapping: unknown, standing: .notSynced) == .wait(.companyNotSynced))
    }

    @Test("R20 an activity without a row is not eligible; one that was created keeps its triple")
    func unmapped() {
        func activity(latched: Bool) -> Dependant {
            .activity(
                latched: latched, mapping: .notEligible(.actionUnmapped), choice: .company(ID("1")), standing: .open)
        }
        #expect(Gate.dependant(activity(latched: false)) == .notEligible(.actionUnmapped))
        #expect(Gate.dependant(activity(latched: true)) == .go)
    }

    @Test("R6 R8 R19 a company: trigger, then SIRET, then name; a latched one goes on (R7, R11)")
    func company() {
        func decide(_ trigger: TriggerVerdict, _ siret: SIRETFault? = nil, _ missing: [Field] = []) -> GateDecision {
            let latched = Gate.company(latched: true, trigger: trigger, siret: siret, missing: missing)
            #expect(latched == .go)
            return Gate.company(latched: false, trigger: trigger, siret: siret, missing: missing)
        }
        #expect(decide(.notSet) == .blocked(.triggerNotSet, detail: ""))
        #expect(decide(.lifecycleNotReached, .missing) == .notEligible(.lifecycleNotReached))
        #expect(decide(.notRequested, .missing) == .notEligible(.syncNotRequested))
        #expect(decide(.held, .missing) == .blocked(.siretMissing, detail: "missing"))
        #expect(decide(.held, .nineDigits) == .blocked(.siretInvalid, detail: "siren"))
        #expect(decide(.held, nil, [.name]) == .blocked(.nameMissing, detail: "name"))
        #expect(decide(.held) == .go)
    }

    @Test("A decision names the state and the reason that the pair is given")
    func states() {
        #expect(GateDecision.go.state == nil && GateDecision.go.reason == nil)
        #expect(GateDecision.wait(.noCompany).state == .waiting)
        #expect(GateDecision.notEligible(.otherPipeline).state == .notEligible)
        let blocked = GateDecision.blocked(.roleMissing, detail: "d")
        #expect(blocked.state == .blocked && blocked.reason == .roleMissing && blocked.detail == "d")
    }
}
