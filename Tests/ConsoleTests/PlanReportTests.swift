import Domain
import HTTP
import Testing

@testable import Console

/// What a dry run shows at its end, to people and to programs.
@Suite("backfill --dry-run, its report")
struct PlanReportTests {
    private static let order = BackfillOrder(dryRun: true)

    /// Of artis' actions: two calls, one of which is new, a meeting, and one of no type.
    private var actions: BackfillProgress {
        var plan = Plan(.call, PlanLine(create: 1))
        plan.change(.meeting) { $0.hold(.notEligible(.companyNotSynced)) }
        plan.change(nil) { $0.hold(.notEligible(.actionUnmapped)) }
        for kind in [.call, .call, .meeting, nil] as [Kind?] { plan.find(kind) }
        return BackfillProgress(step: .listing(.call), seen: 4, queued: 1, plan: plan)
    }

    private var tallies: [BackfillProgress] {
        let companies = PlanLine(create: 470, link: 5, blocked: [.siretMissing: 5], leftOut: [.syncNotRequested: 20])
        let deals = PlanLine(create: 800, leftOut: [.syncNotRequested: 100])
        return [
            BackfillProgress(step: .companies(ifOpen: .leave), seen: 500, queued: 480, plan: Plan(.company, companies)),
            BackfillProgress(step: .below(.deal), seen: 900, queued: 800, plan: Plan(.deal, deals)), actions,
        ]
    }

    private func report(_ order: BackfillOrder = Self.order) -> BackfillReport {
        BackfillReport(order: order, tallies: tallies, spacing: .milliseconds(500))
    }

    @Test("For people: counts by step, reasons with their remedies, calls and time")
    func page() throws {
        let text = report().page(.en).lines(colours: false).joined(separator: "\n")
        #expect(text.contains("SIRET_MISSING") && text.contains(Reason.siretMissing.remedy(.en)))
        // 3 searches, 10 reads, 2 for the links, a round of 8; 18 for the deals; 1: forty-two, at seven tenths.
        #expect(CallEstimate(tallies).calls == 60)
        #expect(text.contains("About 60 calls, one every 500 ms: 30 s"))
    }

    @Test("For people: a reason says of which kind, and the actions of artis are told apart")
    func kinds() throws {
        let lines = report().page(.fr).lines(colours: false).map { line in
            line.split(separator: " ").prefix(3).joined(separator: " ")
        }
        for line in ["5 entreprise SIRET_MISSING", "20 entreprise SYNC_NOT_REQUESTED", "100 transaction SYNC_NOT_REQUESTED"] {
            #expect(lines.contains(line), "\(line)")
        }
        #expect(lines.contains("1 rendez-vous COMPANY_NOT_SYNCED") && lines.contains("1 activité ACTION_UNMAPPED"))
        #expect(lines.contains("appel 2 1") && lines.contains("rendez-vous 1 0") && !lines.contains { $0.hasPrefix("e-mail") })
    }

    @Test("For programs: a step has one kind; the actions of artis are one step by kind, and one for those of none")
    func json() throws {
        let json = report().json
        #expect(json["dry_run"] == true && json["calls"] == 60 && json["delay_ms"] == 500 && json["seconds"] == 30)
        let steps = try #require(json["steps"]?.array)
        #expect(steps[0]["blocked"] == ["SIRET_MISSING": 5] && steps[0]["from"] == "hubspot" && steps[0]["kind"] == "company")
        let actions = steps.dropFirst(2)
        #expect(actions.map { $0["kind"]?.string } == ["call", "meeting", "email", nil])
        #expect(actions.map { $0["found"]?.int } == [2, 1, 0, 1])
        #expect(actions.map { $0["create"]?.int } == [1, 0, 0, 0])
        #expect(actions.map { $0["left_out"] } == [[:], ["COMPANY_NOT_SYNCED": 1], [:], ["ACTION_UNMAPPED": 1]])
        #expect(actions.allSatisfy { $0["from"] == "artis" && $0["step"] == "backfill.artis.activity" })
        #expect(actions.last?["kind"] == .null)
        let asked = report(BackfillOrder(kinds: [.meeting], dryRun: true)).json["steps"]?.array ?? []
        #expect(asked.dropFirst(2).map { $0["kind"]?.string } == ["meeting", nil])
        let real = report(BackfillOrder()).json["steps"]?.array ?? []
        #expect(real.count == 3 && real[1] == ["step": "backfill.below.deal", "found": 900, "queued": 800])
    }
}
