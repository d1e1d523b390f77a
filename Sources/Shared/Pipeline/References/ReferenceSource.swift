import Artis
import Domain
import FoundationEssentials
import HubSpot

/// Fetches one piece of reference data from the system that owns it, as the JSON text that is kept.
struct ReferenceSource: Sendable {
    let hubspot: HubSpotClient
    let artis: ArtisClient

    private static let call = HubSpotCall(purpose: .reference, lane: .live)

    func fetch(_ key: ReferenceKey) async throws(StepFailure) -> String {
        switch key {
        case .trigger:
            try await artis { (client) async throws(ArtisFailure) in
                try await client.parameter("HUBSPOT_DECLENCHEUR_CYCLE_DE_VIE_SYNCHRO_ENTREPRISE")
            }
        case .delay:
            try await artis { (client) async throws(ArtisFailure) in
                try await client.parameter("HUBSPOT_DELAI_APPELS")
            }
        case .civilities:
            try await artis { (client) async throws(ArtisFailure) in
                try await client.labels(.qualitePersonne)
            }
        case .roles:
            try await artis { (client) async throws(ArtisFailure) in
                try await client.labels(.roleCommercial)
            }
        case .actions:
            try await artis { (client) async throws(ArtisFailure) in
                try await client.actionTable()
            }
        case .collaborateurs:
            try await artis { (client) async throws(ArtisFailure) in
                try await client.people()
            }
        case .owners:
            try await hubspot { (client) async throws(HubSpotFailure) in
                try await client.owners(for: Self.call)
            }
        case .pipelines:
            try await hubspot { (client) async throws(HubSpotFailure) in
                try await client.pipelines(for: Self.call)
            }
        case .companyProperties:
            try await hubspot { (client) async throws(HubSpotFailure) in
                CompanyProperties(try await client.properties(of: .company, for: Self.call))
            }
        case .account:
            try await hubspot { (client) async throws(HubSpotFailure) in
                AccountZone.offsets(of: try await client.accountZone(for: Self.call))
            }
        case .ownReferences:
            try await hubspot { (client) async throws(HubSpotFailure) in
                var references: [String: ReferenceProperty] = [:]
                for kind in Kind.allCases {
                    let property = try await client.property(kind, HubSpotName.reference, for: Self.call)
                    references[kind.rawValue] = property.map { $0.hasUniqueValue ? .unique : .plain } ?? .missing
                }
                return references
            }
        }
    }

    private func artis<Value: Encodable & Sendable>(
        _ call: (ArtisClient) async throws(ArtisFailure) -> Value
    ) async throws(StepFailure) -> String {
        try encoded(try await step { () async throws(ArtisFailure) in try await call(artis) })
    }

    private func hubspot<Value: Encodable & Sendable>(
        _ call: (HubSpotClient) async throws(HubSpotFailure) -> Value
    ) async throws(StepFailure) -> String {
        try encoded(try await step { () async throws(HubSpotFailure) in try await call(hubspot) })
    }

    private func encoded(_ value: some Encodable) throws(StepFailure) -> String {
        do {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            return String(decoding: try encoder.encode(value), as: UTF8.self)
        } catch {
            throw .faulted(.hubspot, "reference data that cannot be kept")
        }
    }
}
