import Database
import Domain
import HubSpot

/// Writes the associations of records that exist in HubSpot: a company they moved to (R12), contacts and deals of
/// activities (R21). Each record's refusal is its own.
struct Associating {
    let exchange: Exchange

    private struct Change {
        var pair: PairID
        var link: HubSpotLink
    }

    func associate(_ items: [Writing.Done]) async throws(StepFailure) -> [Settlement] {
        var refusals: [PairID: HubSpotRefusal] = [:]
        for other in [Kind.company, .contact, .deal] {
            let additions = items.flatMap { self.additions(of: $0.plan.candidate, to: other) }
            // What is added first: no record of ours stands without a company, not even for a moment. Whoever is refused
            // the new one keeps what it has.
            try await send(additions, into: &refusals) { (hubspot, links, call) async throws(HubSpotFailure) in
                try await hubspot.associate(from: exchange.kind, to: other, links, for: call)
            }
            let removals = items.flatMap { self.removals(of: $0.plan.candidate, to: other) }.filter { refusals[$0.pair] == nil }
            try await send(removals, into: &refusals) { (hubspot, links, call) async throws(HubSpotFailure) in
                try await hubspot.dissociate(from: exchange.kind, to: other, links, for: call)
            }
        }
        return items.map { item in
            let pair = item.plan.candidate.pair
            if let refusal = refusals[pair.id] { return refused(pair, refusal) }
            return exchange.finish(item.plan, artis: item.artis)
        }
    }

    /// What is not there may be the other end, whose own pair stops by and by: this one does not stop for it.
    private func refused(_ pair: Pair, _ refusal: HubSpotRefusal) -> Settlement {
        refusal.status == 404
            ? exchange.workshop.retry(pair, cause: "an end of an association is missing in HubSpot")
            : exchange.workshop.settlement(of: pair, refused: refusal)
    }

    private func additions(of candidate: Candidate, to other: Kind) -> [Change] {
        let relations = candidate.relations
        let ends = other == .company
            ? relations.company.map { [$0] } ?? [] : relations.added.filter { $0.kind == other }.map(\.id)
        guard let id = candidate.pair.hubspotID,
            let type = HubSpotAssociation.typeID(from: exchange.kind, to: other, primary: other == .company)
        else { return [] }
        return ends.map { Change(pair: candidate.pair.id, link: HubSpotLink(from: id, to: $0, typeID: type)) }
    }

    /// An activity hangs on one company: it leaves those it had. A deal or contact keeps them beside its primary one.
    private func removals(of candidate: Candidate, to other: Kind) -> [Change] {
        let relations = candidate.relations
        var ends = relations.removed.filter { $0.kind == other }.map(\.id)
        if other == .company, exchange.kind.role == .activity, let company = relations.company {
            ends = candidate.ends.companies.subtracting([company]).sorted()
        }
        guard let id = candidate.pair.hubspotID,
            let type = HubSpotAssociation.typeID(from: exchange.kind, to: other, primary: false)
        else { return [] }
        return ends.map { Change(pair: candidate.pair.id, link: HubSpotLink(from: id, to: $0, typeID: type)) }
    }

    private typealias Send = (HubSpotClient, [HubSpotLink], HubSpotCall) async throws(HubSpotFailure) -> [HubSpotRefusal?]

    private func send(
        _ changes: [Change], into refusals: inout [PairID: HubSpotRefusal], _ send: Send
    ) async throws(StepFailure) {
        guard !changes.isEmpty else { return }
        let call = HubSpotCall(purpose: .write, lane: exchange.lane)
        let answers = try await step { () async throws(HubSpotFailure) in
            try await send(exchange.workshop.hubspot, changes.map(\.link), call)
        }
        for (change, refusal) in zip(changes, answers) {
            if let refusal { refusals[change.pair] = refusal }
        }
    }
}
