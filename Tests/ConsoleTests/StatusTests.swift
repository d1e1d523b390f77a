import Database
import Domain
import HTTP
import Messaging
import Oversight
import Pipeline
import Runtime
import Testing

@testable import Console

@Suite("status")
struct StatusTests {
    private func report(
        _ states: [State] = [], outbox: Int = 0, ready: Int = 0, unacked: Int = 0
    ) -> StatusReport {
        StatusReport(
            pairs: states.map {
                .init(kind: .deal, state: $0, count: 1, oldest: Instant(milliseconds: 0))
            }, backlog: .init(outbox: outbox, dead: 0, repairs: 0),
            queues: ["q": QueueFigures(ready: ready, unacked: unacked, consumers: 1)])
    }

    @Test("Idle: nothing pending or retrying, nothing to publish, no queue holds a message")
    func idle() {
        #expect(report().isIdle)
        #expect(report([.synced, .waiting, .notEligible, .blocked, .failed, .stopped]).isIdle)
        #expect(!report([.pending]).isIdle)
        #expect(!report([.retrying]).isIdle)
        #expect(!report(outbox: 1).isIdle)
        #expect(!report(ready: 1).isIdle)
        // The broker's count is seconds old, and whatever a worker holds is pending.
        #expect(report(unacked: 1).isIdle)
    }

    @Test("What living workers hold stands at their live queue")
    func held() {
        let held = FleetQueues.byQueue(held: [("deal-worker", 3), ("activity-worker", 0), ("ingest", 9)])
        #expect(held == ["passerelle.deal.live": 3, "passerelle.activity.live": 0])
        let figures = FleetQueues.figures(
            counts: ["passerelle.deal.live": QueueCounts(ready: 5, consumers: 2)], underWay: held)
        #expect(figures == ["passerelle.deal.live": QueueFigures(ready: 5, unacked: 3, consumers: 2)])
    }

    @Test("--json has the keys of the contract, with the figures of the database")
    func json() async throws {
        try await Bench.with { bench in
            try await bench.pair(.company, "1", state: .synced, latched: true)
            try await bench.pair(.company, "2", state: .synced, wanted: 2, latched: true)
            try await bench.pair(.deal, "1", state: .retrying, reason: .error, wanted: 2)
            try await bench.database.script(
                """
                INSERT INTO control (kind, paused_by) VALUES ('email', 'x'); \
                INSERT INTO counter (name, value) VALUES ('repairs', 4); \
                INSERT INTO outbox (pair_id, lane) SELECT id, 'live' FROM pair WHERE kind = 'deal'; \
                INSERT INTO dead_letter (queue, reason, payload) VALUES ('q', 'r', 'x'); \
                INSERT INTO rate_count VALUES (account_day(now()), 'read', 12)
                """)
            let queues = ["passerelle.deal.live": QueueFigures(ready: 1, unacked: 2, consumers: 3)]
            let json = try await StatusReport.read(bench.database, queues).json
            let keys = ["idle", "pairs", "outbox", "queues", "dead", "limits", "hubspot_calls", "repairs", "paused"]
            #expect(Set(json.object?.keys.map { $0 } ?? []) == Set(keys))
            #expect(json["idle"] == false && json["outbox"] == 1 && json["dead"] == 1 && json["repairs"] == 4)
            #expect(json["pairs"]?["company"]?["synced"] == 1 && json["pairs"]?["company"]?["pending"] == 1)
            #expect(json["pairs"]?["deal"]?["retrying"] == 1 && json["pairs"]?["email"]?["synced"] == 0)
            #expect(json["pairs"]?.object?.count == 6 && json["pairs"]?["call"]?.object?.count == 8)
            #expect(json["queues"]?["passerelle.deal.live"] == ["ready": 1, "unacked": 2, "consumers": 3])
            #expect(json["hubspot_calls"] == ["today": 12, "by_purpose": ["read": 12]])
            #expect(json["paused"] == ["email"])
            #expect(json["limits"]?.array?.map { $0["name"] } == ["main", "search", "daily"])
            #expect(json["limits"]?[0]?["spacing_ms"] == 500 && json["limits"]?[0]?["next_in_ms"] == 0)
        }
    }

    @Test("The page tells people what needs them, in their language")
    func page() {
        var report = report([.blocked])
        report.backlog = .init(outbox: 0, dead: 2, repairs: 1)
        let french = report.page(.fr, .utc).lines(colours: false).joined(separator: "\n")
        #expect(french.contains("Tout est traité.") && french.contains("bloqué"))
        #expect(french.contains("Messages écartés : 2 (passerelle dead list)") && french.contains("Réparations : 1"))
        let english = report.page(.en, .utc).lines(colours: false).joined(separator: "\n")
        #expect(english.contains("Everything is done.") && english.contains("Dead letters: 2"))
    }

    @Test("Reference data that was never read is named, for nobody works without it; what was read once is not")
    func unread() async throws {
        try await Bench.with { bench in
            var report = try await StatusReport.read(bench.database, [:])
            #expect(report.unread == ReferenceKey.allCases)
            try await bench.database.script(
                """
                INSERT INTO reference (key, value, fetched_at) \
                SELECT key, 'null', now() FROM unnest(string_to_array('\(ReferenceKey.allCases.dropLast(2).map(\.rawValue).joined(separator: ","))', ',')) AS key; \
                INSERT INTO reference (key, claimed_until) VALUES ('hubspot.account', now())
                """)
            report = try await StatusReport.read(bench.database, [:])
            #expect(report.unread == [.account, .ownReferences])
            let english = report.page(.en, .utc).lines(colours: false).joined(separator: "\n")
            #expect(english.contains("Not read yet: the account's time zone (HubSpot), the property passerelle_ref (HubSpot). Nothing goes on"))
            report.unread = [.owners, .roles]
            let french = report.page(.fr, .utc).lines(colours: false).joined(separator: "\n")
            #expect(french.contains("Pas encore lus : les propriétaires (HubSpot), les rôles commerciaux (artis.net)."))
            report.unread = []
            #expect(!report.page(.en, .utc).lines(colours: false).joined().contains("Not read yet"))
        }
    }

    @Test("R22 a delay that is missing, no number or too short is told of; one in order, or not read yet, is not", arguments: [
        ("null", "is missing or no whole number: 500 ms"), ("\"vite\"", "is missing or no whole number"),
        ("\"200\"", "is below 500 ms"), ("\"500\"", nil), (nil, nil),
    ] as [(String?, String?)])
    func delay(_ kept: String?, _ remark: String?) async throws {
        try await Bench.with { bench in
            if let kept {
                try await bench.database.script(
                    "INSERT INTO reference (key, value, fetched_at) VALUES ('artis.delay', '\(kept)', now())")
            }
            let report = try await StatusReport.read(bench.database, [:])
            let page = report.page(.en, .utc).lines(colours: false).joined(separator: "\n")
            #expect(page.contains("HUBSPOT_DELAI_APPELS") == (remark != nil))
            #expect(page.contains(remark ?? ""))
        }
    }

    @Test("--wait-idle wants it seen twice in a row")
    func twice() async throws {
        var looks = [false, true, false, true, true, true][...]
        let watch = IdleWatch(patience: .seconds(60), pause: .milliseconds(1))
        let (_, idle) = try await watch.wait(isIdle: { (seen: Bool) in seen }) { looks.removeFirst() }
        #expect(idle && looks == [true])
    }

    @Test("--wait-idle bears a look that fails, and counts anew after it")
    func failure() async throws {
        var looks = 0
        let watch = IdleWatch(patience: .seconds(60), pause: .milliseconds(1))
        let (last, idle) = try await watch.wait(isIdle: { (_: Int) in true }) { () async throws(ConsoleFailure) in
            looks += 1
            if looks == 2 { throw .broker("restarting") }
            return looks
        }
        #expect(idle && last == 4)
    }

    @Test("--wait-idle gives up when the time is over, also when all stands idle for the first time then")
    func patience() async throws {
        let late = try await IdleWatch(patience: .zero).wait(isIdle: { (_: Int) in true }) { 1 }
        #expect(!late.idle)
        await #expect(throws: ConsoleFailure.self) {
            try await IdleWatch(patience: .zero).wait(isIdle: { (_: Int) in true }) { () async throws(ConsoleFailure) in
                throw .broker("away")
            }
        }
    }

    @Test("The management API tells what is under way, and which policy is in force")
    func management() async throws {
        let account = Account { _, _ in
            [
                [
                    "name": "a", "messages_unacknowledged": 3, "type": "quorum",
                    "effective_policy_definition": ["dead-letter-exchange": "passerelle.dead", "delivery-limit": 20],
                ],
                ["name": "new"], ["no": "name"],
            ]
        }
        let base = try #require(CredentialURL("http://me:s3%40cret@localhost:15672", schemes: ["http"]))
        let management = BrokerManagement(transport: account, base: base, virtualHost: "/")
        let queues = try await management.queues()
        #expect(queues.map(\.name) == ["a", "new"] && queues.map(\.unacked) == [3, 0])
        #expect(queues[0].deliveryLimit == 20 && queues[1].deadLetterExchange == nil)
        #expect(account.requests.first?.url == "http://localhost:15672/api/queues/%2F")
    }
}
