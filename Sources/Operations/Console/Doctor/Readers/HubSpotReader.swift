import Database
import Domain
import HubSpot
import Oversight
import Runtime

/// Reads what the account is set to: a dozen calls at the fleet's pace, and one more for every two hundred companies
/// with a SIRET, ten at most.
struct HubSpotReader: Sendable {
    let hubspot: HubSpotClient
    let database: Database
    var patience = Patience()
    var now: @Sendable () -> Instant = WallClock.now

    static let call = HubSpotCall(purpose: .operator, lane: .live)

    /// - Throws: a failure that every further call would meet too.
    func read() async throws(HubSpotFailure) -> HubSpotFacts {
        var facts = HubSpotFacts()
        facts.zone = try await zone()
        facts.scopes = try await patience.call { () async throws(HubSpotFailure) in try await hubspot.scopes(for: Self.call) }
        for kind in Kind.allCases { facts.properties[kind] = try await properties(kind, &facts) }
        facts.pipelines = try await attempt("pipelines", &facts) { () async throws(HubSpotFailure) in
            try await hubspot.pipelines(for: Self.call)
        }
        facts.owners = try await attempt("owners", &facts) { () async throws(HubSpotFailure) in
            try await hubspot.owners(for: Self.call)
        }
        let companies = CompanyReader(hubspot: hubspot, database: database, patience: patience, now: now)
        if let property = facts.siretProperty {
            let hasBox = facts.properties[.company]?.contains { $0.name == HubSpotName.box } ?? false
            facts.sirets = try await attempt("companies", &facts) { () async throws(HubSpotFailure) in
                try await companies.sirets(property, hasBox: hasBox)
            }
        }
        facts.automaticCompanies = try await attempt("companies", &facts) { () async throws(HubSpotFailure) in
            try await companies.automatic()
        }
        return facts
    }

    /// What `setup` adds to, and nothing else.
    func readSchema() async throws(HubSpotFailure) -> HubSpotFacts {
        var facts = HubSpotFacts()
        for kind in Kind.allCases { facts.properties[kind] = try await properties(kind, &facts) }
        facts.pipelines = try await attempt("pipelines", &facts) { () async throws(HubSpotFailure) in
            try await hubspot.pipelines(for: Self.call)
        }
        return facts
    }

    private func properties(_ kind: Kind, _ facts: inout HubSpotFacts) async throws(HubSpotFailure) -> [HubSpotProperty]? {
        try await attempt("properties \(kind.objectType)", &facts) { () async throws(HubSpotFailure) in
            try await hubspot.properties(of: kind, for: Self.call)
        }
    }

    /// - Returns: nil for a zone that nobody here knows.
    private func zone() async throws(HubSpotFailure) -> String? {
        do throws(HubSpotFailure) {
            return try await patience.call { () async throws(HubSpotFailure) in try await hubspot.accountZone(for: Self.call) }
        } catch .faulted(200, _) {
            return nil
        }
    }

    /// - Returns: nil when HubSpot refuses or spoils this one thing; why stands in the facts then.
    private func attempt<Answer>(
        _ thing: String, _ facts: inout HubSpotFacts, _ body: () async throws(HubSpotFailure) -> Answer
    ) async throws(HubSpotFailure) -> Answer? {
        do throws(HubSpotFailure) { return try await patience.call(body) } catch {
            switch error {
            case .refused, .faulted: facts.refusals.append(.init(thing: thing, message: error.words, cause: Cause(error)))
            case .notNow, .unavailable, .unknownOutcome, .unauthorised, .cancelled: throw error
            }
            return nil
        }
    }
}
