import Artis
import Domain
import HTTP
import HubSpot
import Oversight

/// Reads the two records of each order live, in batches.
struct LinkLook {
    let hubspot: HubSpotClient
    let artis: ArtisClient
    let actions: ActionTable

    /// As many as one call reads.
    static let batch = 100
    private static let call = HubSpotCall(purpose: .operator, lane: .live)

    /// What both systems say of one order.
    struct Sight: Sendable {
        var order: LinkOrder
        /// The tiers that the artis record hangs on; nil for a tiers.
        var tiers: ID<ArtisRecord>?
        /// The companies of HubSpot's record.
        var companies: [HubSpotAssociation] = []
    }

    /// - Parameter orders: of one kind, a batch at most.
    func see(
        _ orders: [LinkOrder], _ kind: Kind
    ) async throws(ConsoleFailure) -> [(order: LinkOrder, sight: Result<Sight, LinkRefusal>)] {
        let ids = orders.map(\.hubspotID)
        let found = try await ask { client throws(HubSpotFailure) in
            try await client.read(kind, ids: ids, properties: [HubSpotName.modified(kind)], for: Self.call)
        }.found
        let companies =
            kind == .company
            ? [:]
            : try await ask { client throws(HubSpotFailure) in
                try await client.associations(of: kind, ids: ids.filter { found[$0] != nil }, to: .company, for: Self.call)
            }
        let records = try await records(orders.map(\.artisID), kind)
        return orders.map { order in
            (order, sight(order, found[order.hubspotID], records[order.artisID], companies[order.hubspotID] ?? []))
        }
    }

    private func sight(
        _ order: LinkOrder, _ object: HubSpotObject?, _ record: ArtisObject?, _ companies: [HubSpotAssociation]
    ) -> Result<Sight, LinkRefusal> {
        guard let object else { return .failure(LinkRefusal(.hubspotUnknown)) }
        guard object.id == order.hubspotID else { return .failure(LinkRefusal(.hubspotMerged, object.id.rawValue)) }
        guard let record else { return .failure(LinkRefusal(.artisUnknown)) }
        if order.kind.role == .activity {
            let kind = actions.kind(of: record.action)
            guard kind == order.kind else { return .failure(LinkRefusal(.otherType, kind?.rawValue ?? "–")) }
        }
        return .success(
            Sight(
                order: order, tiers: record.fields[ArtisFieldName.tiers]?.text.map { ID($0) }, companies: companies))
    }

    private func records(
        _ ids: [ID<ArtisRecord>], _ kind: Kind
    ) async throws(ConsoleFailure) -> [ID<ArtisRecord>: ArtisObject] {
        do throws(ArtisFailure) {
            let reading = try await artis.read(ArtisCollection(kind), .ids(ids))
            return Dictionary(reading.records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        } catch {
            throw .artis(error)
        }
    }

    private func ask<Answer>(
        _ question: (HubSpotClient) async throws(HubSpotFailure) -> Answer
    ) async throws(ConsoleFailure) -> Answer {
        do throws(HubSpotFailure) { return try await question(hubspot) } catch { throw .hubspot(error) }
    }
}

extension ArtisObject {
    /// Of an action (R20).
    var action: ActionTriple {
        ActionTriple(
            domain: fields[ArtisFieldName.domaine]?.text ?? "", type: fields[ArtisFieldName.type]?.text ?? "",
            motive: fields[ArtisFieldName.motif]?.text ?? "")
    }
}
