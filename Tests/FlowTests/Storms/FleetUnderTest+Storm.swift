import HTTP
import TestKit

extension FleetUnderTest {
    /// The settings of both sides that let tests whose rule is not about the pace call HubSpot fifty times a second.
    static let briskSandbox = ["--limit-ten-seconds", "600"]
    static let briskSettings = ["HUBSPOT_WINDOW_MAX": "501", "HUBSPOT_POLL_SECONDS": "3600"]

    /// A fleet, not started yet, for an account without records.
    static func briskAccount(_ body: (FleetUnderTest) async throws -> Void) async throws {
        let settings = briskSettings.merging(["HUBSPOT_POLL_SECONDS": "2"]) { _, own in own }
        try await run(sandbox: ["--fill", "account"] + briskSandbox, settings: settings) { fleet in
            try await fleet.setDelay(30)
            try await body(fleet)
        }
    }

    func setDelay(_ milliseconds: Int) async throws {
        try await sandbox.artis(.put, "artis/parametres/HUBSPOT_DELAI_APPELS", ["valeur": .string("\(milliseconds)")])
    }

    /// Calls that HubSpot has seen.
    var callsOfHubSpot: Int {
        get async throws { try await sandbox.hubspot(.get, "rate?system=hubspot")["hubspot"]?["total"]?.int ?? 0 }
    }
}

extension FleetUnderTest {
    /// Spoils calls of either system; see the sandbox's README.
    /// - Returns: the fault's id.
    @discardableResult
    func spoil(_ fault: String) async throws -> String {
        try await sandbox.hubspot(.post, "faults", try JSON.parse(Array(fault.utf8)))["id"]?.text ?? ""
    }

    /// How many calls the oldest fault has spoiled.
    var spoiled: Int {
        get async throws { try await sandbox.hubspot(.get, "faults")["faults"]?[0]?["spoiled"]?.int ?? 0 }
    }
}

extension FleetUnderTest {
    /// The people of a sandbox whose account holds `SIRET` in capitals, as the source page writes it.
    func scene() async throws -> Scene {
        try await sandbox.hubspot(.patch, "hubspot/settings", ["upper_case_refused": false])
        return try await Scene(sandbox)
    }
}
