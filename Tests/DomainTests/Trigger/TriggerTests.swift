import Domain
import Testing

@Suite struct TriggerTests {
    typealias Change = (String?, Int64)

    static func history(_ changes: [Change]) -> PropertyHistory {
        PropertyHistory(changes.map { .init($0.0, since: Instant(milliseconds: $0.1)) })
    }

    static func verdict(
        stage: [Change], box: [Change], parameter: String? = "opportunity", since: Int64 = 0,
        stages: LifecycleStages = .standard
    ) -> TriggerVerdict {
        let (stage, box) = (history(stage), history(box))
        return Trigger.verdict(
            stageHistory: stage, boxHistory: box, stage: stage.present, box: box.present, parameter: parameter,
            stages: stages, since: Instant(milliseconds: since))
    }

    @Test(
        "R8 stage equal to the parameter and box ticked: held; else what is lacking",
        arguments: [
            ("opportunity", "true", .held), ("opportunity", "false", .notRequested),
            ("opportunity", nil, .notRequested),
            ("opportunity", "", .notRequested), ("lead", "true", .lifecycleNotReached),
            (nil, "true", .lifecycleNotReached),
            ("lead", "false", .lifecycleNotReached), ("Opportunity", "true", .lifecycleNotReached),
            ("opportunity", "True", .notRequested), ("opportunity", "1", .notRequested),
            ("opportunity", "yes", .notRequested),
        ] as [(String?, String?, TriggerVerdict)])
    func present(_ stage: String?, _ box: String?, _ expected: TriggerVerdict) {
        #expect(Self.verdict(stage: [(stage, 1)], box: [(box, 1)]) == expected)
    }

    @Test("R8 it counts when both held at one moment since the last look, also when the stage has moved on")
    func movedOn() {
        let stage: [Change] = [("lead", 10), ("opportunity", 20), ("customer", 30)]
        #expect(Self.verdict(stage: stage, box: [("true", 15)]) == .held)
        #expect(Self.verdict(stage: stage, box: [("true", 29)]) == .held)
        #expect(Self.verdict(stage: stage, box: [("true", 30)]) == .lifecycleNotReached)
        #expect(Self.verdict(stage: stage, box: [("true", 5), ("false", 20)]) == .lifecycleNotReached)
        #expect(Self.verdict(stage: stage, box: [("true", 5), ("false", 21)]) == .held)
        #expect(Self.verdict(stage: stage, box: [("true", 22), ("false", 25)]) == .held)
    }

    @Test("R8 the values in force at the last look count from it, those gone before it do not")
    func lastLook() {
        let stage: [Change] = [("opportunity", 10), ("customer", 30)]
        #expect(Self.verdict(stage: stage, box: [("true", 5)], since: 29) == .held)
        #expect(Self.verdict(stage: stage, box: [("true", 5)], since: 30) == .lifecycleNotReached)
        #expect(
            Self.verdict(stage: [("opportunity", 10)], box: [("true", 5), ("false", 20)], since: 25) == .notRequested)
        #expect(Self.verdict(stage: stage, box: [("true", 5), ("false", 8)], since: 0) == .lifecycleNotReached)
    }

    @Test("R8 the order in which a history is told does not matter, and of one moment the newer value is listed first")
    func order() {
        let newestFirst: [Change] = [("customer", 30), ("opportunity", 20), ("lead", 10)]
        #expect(Self.verdict(stage: newestFirst, box: [("true", 25)]) == .held)
        #expect(Self.history([("b", 10), ("a", 10)]).value(at: Instant(milliseconds: 10)) == "b")
        #expect(Self.history([("a", 10)]).value(at: Instant(milliseconds: 9)) == nil)
        #expect(PropertyHistory().present == nil)
    }

    @Test("R8 present values count even where the history lags behind")
    func lag() {
        let verdict = Trigger.verdict(
            stageHistory: PropertyHistory(), boxHistory: PropertyHistory(), stage: "lead", box: "true",
            parameter: "lead",
            stages: .standard, since: Instant(microseconds: 0))
        #expect(verdict == .held)
    }

    @Test(
        "R8 a parameter that is missing or no stage of the account is not set",
        arguments: [
            nil, "", "prospect", "Opportunity", " opportunity",
        ])
    func notSet(_ parameter: String?) {
        #expect(Self.verdict(stage: [(parameter, 1)], box: [("true", 1)], parameter: parameter) == .notSet)
    }

    @Test("R8 a custom stage of the account is a stage like any other")
    func customStage() {
        let stages = LifecycleStages(["lead", "12345678"])
        #expect(
            Self.verdict(stage: [("12345678", 1)], box: [("true", 2)], parameter: "12345678", stages: stages) == .held)
        #expect(LifecycleStages.standard.values.count == 8)
    }
}
