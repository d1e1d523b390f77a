import Domain
import HubSpot

/// Does the steps of a plan, one after the other, and stops at the first that HubSpot does not do. A step that somebody
/// has done meanwhile counts as done, once HubSpot shows it; after a lost answer it is looked whether it was.
struct SetupRun: Sendable {
    let hubspot: HubSpotClient
    var patience = Patience()

    enum Outcome: Sendable, Equatable {
        case done
        /// HubSpot refuses capitals in names: `siret` was made.
        case inLowerCase(String)
        /// The account refuses unique values here: the plain property was made.
        case withoutUniqueValues
    }

    private static let call = HubSpotReader.call

    func take(_ step: SetupStep) async throws(HubSpotFailure) -> Outcome {
        switch step {
        case .property(let draft): return try await make(draft)
        case .options(let kind, let name, let options):
            try await patience.call { () async throws(HubSpotFailure) in
                try await hubspot.addOptions(options, to: name, of: kind, for: Self.call)
            }
        case .stage(let stage, let pipeline, let place):
            try await idempotent { () async throws(HubSpotFailure) in
                try await hubspot.addStage(
                    stage.rawValue, to: pipeline.id, at: place, probability: Self.probability(stage), for: Self.call)
            } isThere: { () async throws(HubSpotFailure) in
                try await hubspot.pipelines(for: Self.call).contains { $0.id == pipeline.id && $0.stageID(stage) != nil }
            }
        }
        return .done
    }

    /// HubSpot closes a deal at 0 and at 100 per cent; artis reads none of it.
    private static func probability(_ stage: SalesStage) -> Int {
        switch stage {
        case .lost, .cancelled: 0
        case .approach, .negotiation, .conclusion, .won: stage.progress
        }
    }

    private func make(_ draft: HubSpotPropertyDraft) async throws(HubSpotFailure) -> Outcome {
        do throws(HubSpotFailure) {
            try await create(draft)
            return .done
        } catch .refused(let refusal) where refusal.status == 400 {
            var other = draft
            let lowered = draft.property.name.lowercased()
            if lowered != draft.property.name {
                other.property.name = lowered
                try await create(other)
                return .inLowerCase(lowered)
            }
            guard draft.property.hasUniqueValue, draft.kind.role == .activity else { throw .refused(refusal) }
            other.property.hasUniqueValue = false
            try await create(other)
            return .withoutUniqueValues
        }
    }

    private func create(_ draft: HubSpotPropertyDraft) async throws(HubSpotFailure) {
        try await idempotent { () async throws(HubSpotFailure) in
            try await hubspot.create(draft, for: Self.call)
        } isThere: { () async throws(HubSpotFailure) in
            try await hubspot.property(draft.kind, draft.property.name, for: Self.call) != nil
        }
    }

    /// HubSpot itself makes nothing twice, so that after an answer that was lost it is simply asked again.
    private func idempotent(
        _ body: () async throws(HubSpotFailure) -> Void, isThere: () async throws(HubSpotFailure) -> Bool
    ) async throws(HubSpotFailure) {
        do throws(HubSpotFailure) { try await once(body, isThere) } catch .unknownOutcome { try await once(body, isThere) }
    }

    /// 409 says that it is there, or something else of its name: it is looked.
    private func once(
        _ body: () async throws(HubSpotFailure) -> Void, _ isThere: () async throws(HubSpotFailure) -> Bool
    ) async throws(HubSpotFailure) {
        do throws(HubSpotFailure) { try await patience.call(body) } catch .refused(let refusal) where refusal.status == 409 {
            guard try await patience.call(isThere) else { throw .refused(refusal) }
        }
    }
}
