import Domain
import HubSpot
import Runtime

/// How a dry run finds records of one kind below others, and shows that it does: calls are all that moves meanwhile.
struct ForecastBelowLook {
    let forecast: Forecast
    let kind: Kind
    let show: (BackfillProgress) -> Void

    /// - Parameter found: what is found already, for people to see.
    func below(
        _ parent: Kind, _ ids: Set<ID<HubSpotRecord>>, beside found: Set<ID<HubSpotRecord>>
    ) async throws -> Set<ID<HubSpotRecord>> {
        var new: Set<ID<HubSpotRecord>> = []
        for chunk in ids.inOrder.chunks(of: 1000) {
            new.formUnion(try await forecast.ends(of: parent, chunk, to: kind).values.joined().map(\.id))
            show(found.union(new).count)
        }
        return new
    }

    /// Activities of the companies' deals and contacts that hang on no company.
    func homeless(
        below direct: [Kind: Set<ID<HubSpotRecord>>], beside found: Set<ID<HubSpotRecord>>
    ) async throws -> Set<ID<HubSpotRecord>> {
        var new: Set<ID<HubSpotRecord>> = []
        for parent in [Kind.deal, .contact] {
            new.formUnion(try await below(parent, direct[parent] ?? [], beside: found.union(new)))
        }
        new.subtract(found)
        for chunk in new.inOrder.chunks(of: 1000) {
            let housed = try await forecast.ends(of: kind, chunk, to: .company)
            new.subtract(chunk.filter { !(housed[$0] ?? []).isEmpty })
            show(found.count + new.count)
        }
        return new
    }

    private func show(_ found: Int) {
        show(
            BackfillProgress(
                step: .below(kind), seen: 0, total: found, queued: 0,
                pace: BackfillPace(seen: 0, elapsed: .zero, calls: forecast.pacing.calls.made)))
    }
}

extension Set<ID<HubSpotRecord>> {
    /// As texts are sorted: the same every time.
    var inOrder: [ID<HubSpotRecord>] { sorted { $0.rawValue < $1.rawValue } }
}
