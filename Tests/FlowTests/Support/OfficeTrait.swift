import HTTP
import TestKit
import Testing

/// Opens an office around a suite: the fleet starts once, and is judged at the end.
struct OfficeTrait: SuiteTrait, TestScoping {
    var settings: [String: String] = [:]
    var workers = 1
    /// HubSpot tells changes by webhooks; else ingest polls.
    var webhooks = true
    /// Further settings of `POST /sandbox/webhooks`.
    var telling: [String: JSON] = [:]
    /// What an administrator does before the fleet starts.
    var prepare: @Sendable (SandboxUnderTest) async throws -> Void = { _ in }

    /// As fast as the machine goes: the pace is no matter of these tests, and has its own.
    private static let sandbox = ["--fill", "account", "--limit-ten-seconds", "100000", "--limit-searches", "1000"]
    private static let pace = [
        "HUBSPOT_WINDOW_MAX": "1000", "HUBSPOT_SEARCH_PER_SECOND": "50", "HUBSPOT_POLL_SECONDS": "1",
        "HUBSPOT_PIPELINE": "Ventes",
    ]

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable @concurrent () async throws -> Void
    ) async throws {
        let settings = Self.pace.merging(settings) { _, own in own }.filter { !$0.value.isEmpty }
        try await FleetUnderTest.run(sandbox: Self.sandbox, settings: settings) { fleet in
            try await fleet.sandbox.artis(.put, "artis/parametres/HUBSPOT_DELAI_APPELS", ["valeur": "5"])
            try await fleet.sandbox.hubspot(.patch, "hubspot/settings", ["upper_case_refused": false])
            try await prepare(fleet.sandbox)
            try await fleet.begin(workers: workers)
            try await fleet.until("an answer of the receiver") { (try? await fleet.callReceiver([])) != nil }
            try await fleet.feedBegun()
            if webhooks { try await fleet.tellByWebhooks(telling) }
            let office = Office(fleet: fleet, scene: try await Scene(fleet.sandbox))
            try await Office.$current.withValue(office) { try await function() }
            let faults = try await Judge(fleet).faultsOfReplay()
            #expect(faults == [])
        }
    }
}

/// Judges the office after each test.
struct JudgedTrait: SuiteTrait, TestTrait, TestScoping {
    var isRecursive: Bool { true }

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable @concurrent () async throws -> Void
    ) async throws {
        try await function()
        let faults = try await Judge(try Office.open.fleet).faults()
        #expect(faults == [])
    }
}

extension Trait where Self == OfficeTrait {
    static func office(
        settings: [String: String] = [:], workers: Int = 1, webhooks: Bool = true,
        telling: [String: JSON] = [:],
        prepare: @escaping @Sendable (SandboxUnderTest) async throws -> Void = { _ in }
    ) -> OfficeTrait {
        OfficeTrait(settings: settings, workers: workers, webhooks: webhooks, telling: telling, prepare: prepare)
    }
}

extension Trait where Self == JudgedTrait {
    static var judged: JudgedTrait { JudgedTrait() }
}
