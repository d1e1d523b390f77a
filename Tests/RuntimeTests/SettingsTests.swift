import Domain
import Logging
import Testing

@testable import Runtime

@Suite struct SettingsTests {
    /// The least that every group needs.
    static let enough = [
        "DATABASE_URL": "postgresql://u:p@db/passerelle", "AMQP_URL": "amqp://u:p@mq/v",
        "HUBSPOT_ACCESS_TOKEN": "pat-eu1-1",
        "ARTIS_BASE_URL": "https://erp.example.com", "ARTIS_API_KEY": "k",
    ]

    static func faults(_ changes: [String: String]) -> [SettingFault] {
        let environment = enough.merging(changes) { $1 }.filter { $0.value != "MISSING" }
        do throws(SettingsFaults) {
            _ = try Settings.read(
                ProcessSettings.self, DatabaseSettings.self, BrokerSettings.self, HubSpotSettings.self,
                ArtisSettings.self,
                IngestSettings.self, WorkerSettings.self, SyncSettings.self, DashboardSettings.self, from: environment)
            return []
        } catch {
            return error.faults
        }
    }

    @Test(
        arguments: [
            ("DATABASE_URL", ["postgres://h/d", "postgresql:///d?host=/run/pg"], ["mysql://h/d", "h/d"]),
            (
                "AMQP_URL", ["amqp://h", "amqps://h:1/%2F", "amqp://u:p%40@h/v"],
                ["http://h", "amqp://", "amqp://h/a/b", "h:5672"]
            ),
            ("AMQP_MANAGEMENT_URL", ["http://u:p@h:15672"], ["amqp://h", "15672"]),
            (
                "HUBSPOT_BASE_URL",
                ["https://api.hubapi.com/", "http://127.0.0.1:9/x", "http://[::1]:9", "http://localhost"],
                [
                    "http://api.hubapi.com", "api.hubapi.com", "ftp://h", "https://u:p@h", "https://h?q",
                    "https://h:99999", "http://127.evil.example",
                ]
            ),
            ("HUBSPOT_ACCESS_TOKEN", ["pat-na1-x"], ["two words", "line\nbreak", "é"]),
            ("HUBSPOT_WEBHOOK_SECRET", ["any thing é"], []),
            ("HUBSPOT_PIPELINE", ["Ventes", "default"], ["  "]),
            ("HUBSPOT_WINDOW_MAX", ["2", "100", "1000"], ["1", "0", "-4", "1001", "ten", "10.5", " 10", "0x10"]),
            ("HUBSPOT_SEARCH_PER_SECOND", ["1", "4"], ["0", "four", "101"]),
            ("HUBSPOT_DAILY_RESERVE", ["5%", "0%", "100%", "0", "2500"], ["101%", "-1", "-1%", "%", "5 percent"]),
            ("HUBSPOT_POLL_SECONDS", ["1", "86400"], ["0", "86401", "30s"]),
            ("CONFLICT_WINS", ["artis", "hubspot", "HubSpot"], ["both", "artis "]),
            (
                "RECONCILE_AT", ["02:30", "2:30", "never", "23:59", "00:00"],
                ["24:00", "2:60", "230", "02:3", "-1:00", "noon"]
            ),
            ("ARTIS_BASE_URL", ["https://erp/api/", "http://localhost:1"], ["http://erp", "erp"]),
            ("ARTIS_API_KEY", ["0123"], ["a b"]),
            (
                "INGEST_LISTEN", ["0.0.0.0:80", "[::]:8080", "h:0", "localhost:65535"],
                ["8080", ":8080", "h:65536", "::1:80", "h:x", "http://h:1"]
            ),
            (
                "INGEST_PUBLIC_URL", ["https://s.example.com", "http://h:8080/webhooks/hubspot"],
                ["s.example.com", "https://h?x=1"]
            ),
            ("DASHBOARD_LISTEN", ["127.0.0.1:8090"], ["h"]),
            ("DASHBOARD_PASSWORD", ["correct horse"], []),
            ("METRICS_LISTEN", ["off", "OFF", "127.0.0.1:9100"], ["on", "9100"]),
            ("WORKER_CONCURRENCY", ["1", "64"], ["0", "65", "many"]),
            ("DRAIN_SECONDS", ["0", "25", "3600"], ["-1", "3601", "25s"]),
            (
                "LOG_LEVEL", ["trace", "debug", "info", "notice", "warning", "error", "critical", "INFO"],
                ["loud", "warn"]
            ),
            ("LOG_FORMAT", ["text", "json"], ["xml"]),
        ] as [(String, [String], [String])])
    func `every setting takes what it allows and refuses the rest`(name: String, good: [String], bad: [String]) {
        for value in good { #expect(Self.faults([name: value]) == [], "\(name)=\(value)") }
        for value in bad {
            let faults = Self.faults([name: value])
            #expect(faults.map(\.variable) == [name], "\(name)=\(value)")
            #expect(faults.allSatisfy { $0.given != nil && !$0.allowed.isEmpty }, "\(name)=\(value)")
        }
    }

    @Test(arguments: [
        ("127.0.0.1:8090", false), ("[::1]:8090", false), ("localhost:8090", false), ("0.0.0.0:8090", true), ("10.1.2.3:80", true),
    ]) func `a dashboard that others can reach asks for a password`(listen: String, wants: Bool) {
        let faults = Self.faults(["DASHBOARD_LISTEN": listen])
        #expect(faults.map(\.variable) == (wants ? ["DASHBOARD_PASSWORD"] : []))
        #expect(Self.faults(["DASHBOARD_LISTEN": listen, "DASHBOARD_PASSWORD": "x"]) == [])
    }

    @Test func `the table above covers every name`() {
        #expect(SettingName.allCases.count == 24)
    }

    @Test(arguments: ["DATABASE_URL", "AMQP_URL", "HUBSPOT_ACCESS_TOKEN", "ARTIS_BASE_URL", "ARTIS_API_KEY"])
    func `an empty variable is a missing one`(name: String) {
        for faults in [Self.faults([name: ""]), Self.faults([name: "MISSING"])] {
            #expect(faults.map(\.variable) == [name])
            #expect(faults.first?.given == nil)
        }
    }

    @Test func `an empty variable takes the default`() throws {
        var environment = Self.enough
        for name in SettingName.allCases where environment[name.rawValue] == nil { environment[name.rawValue] = "" }
        let (process, hubspot, ingest, worker, sync) = try Settings.read(
            ProcessSettings.self, HubSpotSettings.self, IngestSettings.self, WorkerSettings.self, SyncSettings.self,
            from: environment)
        #expect(process == ProcessSettings(metricsListen: nil, drain: .seconds(25), logLevel: .info, logFormat: nil))
        #expect(hubspot == HubSpotSettings(baseURL: .hubspot, token: Secret("pat-eu1-1")))
        #expect(hubspot.baseURL.description == "https://api.hubapi.com")
        #expect(hubspot.windowMax == 100 && hubspot.searchPerSecond == 4 && hubspot.dailyReserve == .percent(5))
        #expect(ingest.publicURL.description == "http://127.0.0.1:8080/webhooks/hubspot")
        #expect(ingest.webhookSecret == nil && ingest.pollEvery == .seconds(30))
        #expect(worker.concurrency == 4)
        #expect(sync.conflictWins == .artis && sync.reconcileAt == TimeOfDay(hour: 2, minute: 30))
    }

    @Test func `all faults are told at once, in one text`() {
        let faults = Self.faults(["DATABASE_URL": "", "WORKER_CONCURRENCY": "0", "RECONCILE_AT": "25:00"])
        #expect(Set(faults.map(\.variable)) == ["DATABASE_URL", "WORKER_CONCURRENCY", "RECONCILE_AT"])
        let text = SettingsFaults(faults: faults).description
        #expect(text.contains("3 settings are wrong"))
        #expect(text.contains(#"WORKER_CONCURRENCY: "0" was given; allowed: a whole number from 1 to 64"#))
        #expect(text.contains("DATABASE_URL: missing; needed: a libpq URL"))
        #expect(text.contains("DATABASE_URL_FILE"))
        #expect(SettingsFaults.exitCode == 78)
    }

    @Test func `a program checks only what it uses`() throws {
        let worker = try Settings.read(
            WorkerSettings.self, from: ["DATABASE_URL": "nonsense", "WORKER_CONCURRENCY": "8"])
        #expect(worker.concurrency == 8)
    }

    @Test func `plain HTTP outside this machine is refused with the remedy`() {
        #expect(Self.faults(["ARTIS_BASE_URL": "http://erp"]).first?.allowed.contains("https://") == true)
    }

    @Test func `the public address of the receiver gets its path when it has none`() throws {
        let ingest = try Settings.read(IngestSettings.self, from: ["INGEST_PUBLIC_URL": "https://s.example.com/"])
        #expect(ingest.publicURL.description == "https://s.example.com/webhooks/hubspot")
        let other = try Settings.read(IngestSettings.self, from: ["INGEST_PUBLIC_URL": "https://s.example.com/hook"])
        #expect(other.publicURL.description == "https://s.example.com/hook")
    }

    @Test func `never means no nightly reconciliation`() throws {
        #expect(try Settings.read(SyncSettings.self, from: ["RECONCILE_AT": "never"]).reconcileAt == nil)
    }

    @Test func `a broker address is taken apart`() throws {
        let address = try BrokerAddress(parsing: "amqps://ann:p%40ss@mq.example.com/%2Fsync")
        #expect(address.usesTLS && address.port == 5671 && address.host == "mq.example.com")
        #expect(address.user == "ann" && address.password == "p@ss" && address.virtualHost == "/sync")
        #expect(!address.description.contains("ss"))
    }

    @Test func `a reserve is a share of the quota or a number of calls`() {
        #expect(DailyReserve("5%")?.calls(of: 250_001) == 12_501)
        #expect(DailyReserve("300")?.calls(of: 250_000) == 300)
        #expect(DailyReserve("300")?.calls(of: 100) == 100)
    }
}
