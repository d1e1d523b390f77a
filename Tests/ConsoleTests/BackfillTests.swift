import Database
import Domain
import HTTP
import HubSpot
import Oversight
import Runtime
import Testing

@testable import Console

@Suite("backfill")
struct BackfillTests {
    private static let all = BackfillOrder()
    private static let companies = BackfillOrder(kinds: [.company])

    private func backfill(_ bench: Bench, _ order: BackfillOrder, _ account: Account, artis: Books = Books()) -> Backfill {
        Backfill(
            order: order, hubspot: account.client, artis: artis.artis, database: bench.database, stage: "opportunity",
            forecast: order.dryRun ? .sample(bench, hubspot: account.client, artis: artis.artis) : nil,
            pacing: BackfillPacing(patience: .milliseconds(50), pause: .milliseconds(1), outages: 1))
    }

    @Test("Companies first, then discovery; a kind alone is searched alone")
    func order() throws {
        let artis: [BackfillStep] = [.listing(.company), .listing(.deal), .listing(.contact), .listing(.call)]
        #expect(BackfillOrder().steps == [.companies(ifOpen: .leave), .discovery] + artis)
        #expect(BackfillOrder(since: Instant(milliseconds: 0)).steps == [.companies(ifOpen: .discover)] + artis)
        #expect(
            BackfillOrder(kinds: [.contact, .deal]).steps == [
                .records(.deal), .listing(.deal), .records(.contact), .listing(.contact),
            ])
        #expect(
            BackfillOrder(kinds: [.call, .email, .company]).steps == [
                .companies(ifOpen: .look), .listing(.company), .discovery, .listing(.call),
            ])
    }

    @Test("R8 Companies are searched by stage and box, in the order of their ids, past any cap, in the backfill lane")
    func pages() async throws {
        try await Bench.with { bench in
            let account = Account { request, _ in found(1...450, request) }
            let tallies = try await backfill(bench, Self.companies, account).run()
            #expect(tallies.map(\.seen) == [450, 0] && tallies.map(\.queued) == [450, 0])
            #expect(account.requests.map { $0.filter("hs_object_id") } == ["0", "200", "400"])
            let request = try #require(account.requests.first)
            #expect(request.filter("lifecyclestage") == "opportunity" && request.filter("synchro_artis") == "true")
            #expect(request.permit == PermitRequest(purpose: .backfill, lane: .backfill, search: true))
            #expect(try await bench.number("SELECT count(*) FROM outbox WHERE lane = 'backfill'") == 450)
            #expect(try await bench.number("SELECT count(*) FROM cursor") == 0)
        }
    }

    @Test("The audit says at the end how many were found and queued, by kind")
    func audited() async throws {
        try await Bench.with { bench in
            let account = Account { request, _ in found(1...30, request) }
            let tallies = try await backfill(bench, Self.all, account).run()
            let row = Self.all.audit(of: tallies)
            #expect(
                row == "all ended: company 30 found 30 queued, below 0 found 0 queued, artis.net company 0 found 0 queued, "
                    + "artis.net deal 0 found 0 queued, artis.net contact 0 found 0 queued, artis.net activity 0 found 0 queued")
            #expect(Language.fr.audit(row).hasPrefix("tout terminé: entreprise 30 trouvées 30 en file, sous les entreprises 0"))
        }
    }

    @Test("Twice is once: what is queued already is not wanted again")
    func twice() async throws {
        try await Bench.with { bench in
            let account = Account { request, _ in found(1...30, request) }
            _ = try await backfill(bench, Self.all, account).run()
            let again = try await backfill(bench, Self.all, account).run()
            #expect(again.allSatisfy { $0.queued == 0 })
            #expect(try await bench.number("SELECT max(wanted) FROM pair") == 1)
        }
    }

    @Test("Stopped half-way, it goes on where it was")
    func resumes() async throws {
        try await Bench.with { bench in
            let broken = Account { (request, number) throws(HTTPFailure) in
                if number >= 1 { throw .unreachable("away") }
                return found(1...250, request)
            }
            await #expect(throws: ConsoleFailure.self) { _ = try await backfill(bench, Self.companies, broken).run() }
            #expect(broken.requests.count == 3)
            let whole = Account { request, _ in found(1...250, request) }
            let tallies = try await backfill(bench, Self.companies, whole).run()
            #expect(whole.requests.map { $0.filter("hs_object_id") } == ["200"])
            #expect(tallies.map(\.seen) == [250, 0] && tallies.map(\.queued) == [250, 0])
        }
    }

    @Test("Another --since begins at the start, and filters by modified date")
    func since() async throws {
        try await Bench.with { bench in
            try await bench.database.execute(
                MoveCursor("backfill.company", to: BackfillCursor(order: "all", started: WallClock.now()).text))
            let moment = Instant(milliseconds: 1_700_000_000_000)
            let account = Account { request, _ in found(1...3, request) }
            _ = try await backfill(bench, BackfillOrder(since: moment), account).run()
            #expect(account.requests.first?.filter("hs_lastmodifieddate") == "1700000000000")
            #expect(account.requests.first?.filter("hs_object_id") == "0")
        }
    }

    @Test("--dry-run counts and touches nothing")
    func dryRun() async throws {
        try await Bench.with { bench in
            let open = try await bench.pair(.company, "1", state: .synced, latched: true)
            let account = Account { request, _ in
                request.url.contains("/associations/") ? ["results": []] : found(1...210, request)
            }
            let tallies = try await backfill(bench, BackfillOrder(dryRun: true), account).run()
            #expect(tallies.map(\.queued) == [209, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0])
            #expect(tallies[0].plan.whole == PlanLine(blocked: [.siretMissing: 209]))
            #expect(try await bench.number("SELECT count(*) FROM outbox") == 0)
            #expect(try await bench.number("SELECT count(*) FROM cursor") == 0)
            #expect(try await bench.number("SELECT count(*) FROM pair WHERE id = \(open)") == 1)
        }
    }

    @Test("Stopped between two steps, it goes on with the next; another order, and another day, begin anew")
    func steps() async throws {
        try await Bench.with { bench in
            let books = Books()
            for id in 1...3 { books.artis("tiers/T\(id)", ["relation": "Client"]) }
            books.breaks(at: "2")
            let account = Account { request, _ in found(1...3, request) }
            await #expect(throws: ConsoleFailure.self) {
                _ = try await backfill(bench, Self.companies, account, artis: books).run()
            }
            books.breaks(at: nil)
            let place = BackfillPlace(order: Self.companies, database: bench.database)
            let other = BackfillPlace(order: Self.all, database: bench.database)
            #expect(try await place.begin(.companies(ifOpen: .look)).isDone)
            #expect(try await !other.begin(.companies(ifOpen: .leave)).isDone)
            let before = account.requests.count
            let tallies = try await backfill(bench, Self.companies, account, artis: books).run()
            #expect(tallies.map(\.seen) == [3, 3] && tallies.map(\.queued) == [3, 3])
            #expect(account.requests.count == before)
            #expect(try await bench.number("SELECT count(*) FROM cursor") == 0)
            let old = BackfillCursor(order: "company", started: WallClock.now() - BackfillCursor.validity)
            try await bench.database.execute(MoveCursor("backfill.company", to: old.text))
            #expect(try await place.begin(.companies(ifOpen: .look)).started > old.started)
            try await place.forget()
            #expect(try await bench.number("SELECT count(*) FROM cursor") == 0)
        }
    }

    @Test("The time left is told from what this run has seen, no more exactly than it is known")
    func pace() {
        let pace = BackfillPace(seen: 400, elapsed: .seconds(2), calls: 3)
        #expect(pace.rate == 200 && pace.timeLeft(for: 1000) == .seconds(5) && pace.timeLeft(for: -3) == .zero)
        #expect(pace.words(.fr, left: 1000) == ["200/s", "3 appels", "encore 5 s"])
        #expect(pace.words(.en, left: nil) == ["200/s", "3 calls"])
        #expect(BackfillPace(seen: 0, elapsed: .seconds(9), calls: 2).words(.en, left: 70) == ["2 calls"])
        let texts = [5, 89, 90, 3_600, 5_400, 11_100].map { BackfillPace.text(.seconds($0)) }
        #expect(texts == ["5 s", "89 s", "2 min", "60 min", "1 h 30", "3 h 05"])
    }

    @Test("R13 Below companies that are open, discovery is asked for")
    func discovery() async throws {
        try await Bench.with { bench in
            try await bench.pair(.company, "1", state: .synced, latched: true)
            try await bench.pair(.company, "2", state: .stopped, latched: true)
            try await bench.pair(.company, "3", state: .blocked)
            let account = Account { _, _ in .null }
            let tallies = try await backfill(bench, BackfillOrder(kinds: [.meeting]), account).run()
            #expect(tallies.map(\.queued) == [1, 0] && account.requests.isEmpty)
            #expect(try await bench.number("SELECT count(*) FROM pair WHERE discovery IS NOT NULL AND hubspot_id = '1'") == 1)
        }
    }

    @Test("A page is sorted by what is known of its records")
    func sorting() async throws {
        try await Bench.with { bench in
            try await bench.pair(.deal, "1", state: .synced, latched: true, more: "hubspot_modified = '2026-11-01Z'")
            try await bench.pair(.deal, "2", state: .synced, latched: true, more: "hubspot_modified = '2026-10-01Z'")
            try await bench.pair(
                .deal, "3", state: .notEligible, reason: .syncNotRequested, more: "hubspot_modified = '2026-11-01Z'")
            try await bench.pair(.deal, "4", state: .blocked, wanted: 2)
            let account = Account { request, _ in found(1...5, request) }
            _ = try await backfill(bench, BackfillOrder(kinds: [.deal]), account).run()
            let queued =
                "SELECT string_agg(hubspot_id, '' ORDER BY hubspot_id) FROM pair JOIN outbox ON pair.id = pair_id"
            #expect(try await bench.number(queued) == 235)
        }
    }

    @Test("A search that cannot be made just now is made later; one that stays away long ends the command")
    func pacing() async throws {
        let now = Instant(milliseconds: 0)
        let pacing = BackfillPacing(patience: .seconds(1), pause: .milliseconds(1), outages: 1, now: { now })
        var calls = 0
        let answer = try await pacing.run { () async throws(HubSpotFailure) in
            calls += 1
            if calls == 1 { throw .notNow(now + .milliseconds(2), reason: "queue") }
            if calls == 2 { throw .unavailable("503", retryAfter: nil) }
            return calls
        }
        #expect(answer == 3)
        await #expect(throws: ConsoleFailure.self) {
            try await pacing.run { () async throws(HubSpotFailure) in
                throw .notNow(now + .seconds(3600), reason: "daily_quota")
            }
        }
    }

    @Test("Progress is a bar of one width")
    func bar() {
        let half = BackfillProgress(step: .records(.deal), seen: 100, total: 200, queued: 7)
        #expect(half.bar(.fr).text == "████████████░░░░░░░░░░░░ transactions : 100/200, 7 en file")
        let done = BackfillProgress(step: .discovery, seen: 0, queued: 0, isDone: true)
        #expect(done.bar(.en).text.hasPrefix(String(repeating: "█", count: 24)))
    }
}
