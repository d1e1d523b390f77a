import Domain
import Testing

@Suite struct VocabularyTests {
    @Test("Every kind is served by one worker, and the three activities by the same")
    func roles() {
        #expect(WorkerRole.allCases.flatMap(\.kinds).count == Kind.allCases.count)
        #expect(WorkerRole.activity.kinds == [.call, .meeting, .email])
        #expect(Kind.allCases.filter { !$0.isDependant } == [.company])
    }

    @Test("Each system is the other one's other")
    func systems() { #expect(System.hubspot.other == .artis && System.artis.other == .hubspot) }

    @Test("Reasons and states are spelled as scripts expect them")
    func spelling() {
        #expect(Reason(rawValue: "COMPANY_NOT_SYNCED") == .companyNotSynced)
        #expect(Reason.allCases.allSatisfy { $0.rawValue == $0.rawValue.uppercased() })
        #expect(
            State.allCases.map(\.rawValue) == [
                "synced", "pending", "waiting", "not_eligible", "blocked", "retrying", "failed", "stopped",
            ])
    }

    @Test(
        "The language is read from LANG",
        arguments: [
            ("fr_FR.UTF-8", .fr), ("fr", .fr), ("FR_be@euro", .fr), ("en_GB.UTF-8", .en), ("C", .en), ("POSIX", .en),
            ("frp_FR", .en), ("", .en), (nil, .en),
        ] as [(String?, Language)])
    func language(_ locale: String?, _ language: Language) { #expect(Language(locale: locale) == language) }
}
