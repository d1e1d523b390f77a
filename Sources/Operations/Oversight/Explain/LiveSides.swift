package import Artis
package import Domain
package import HubSpot
import Pipeline

/// Both halves of a pair as the two systems hold them at this moment, in the form in which they are compared (R24).
package struct LiveSides: Sendable {
    package enum Side: Sendable {
        /// The pair has no half there.
        case none
        /// Deleted, archived, or never there.
        case gone
        case values(Values)
        /// The system did not let it be read.
        case failed(OperatorFailure)

        package var values: Values? { if case .values(let values) = self { values } else { nil } }
    }

    package var hubspot: Side
    package var artis: Side

    package init(hubspot: Side, artis: Side) {
        self.hubspot = hubspot
        self.artis = artis
    }
}

extension LiveSides {
    /// Two calls, one to each system; the one to HubSpot waits for its permit.
    ///
    /// - Parameters:
    ///   - last: the values last synced; what HubSpot holds and cannot be carried stands with its value there.
    ///   - setting: `HUBSPOT_PIPELINE` (R16).
    package static func read(
        _ kind: Kind, hubspot: ID<HubSpotRecord>?, artis: ID<ArtisRecord>?, last: Snapshot?, in client: HubSpotClient,
        _ port: ArtisClient, reference: ReferenceData, pipeline setting: String?
    ) async -> LiveSides {
        let pipeline = reference.salesPipeline(setting: setting)
        async let left = side(hubspot) { id throws(OperatorFailure) in
            let properties = HubSpotMapping.properties(of: kind, siretProperty: reference.siretProperty)
            do throws(HubSpotFailure) {
                let call = HubSpotCall(purpose: .operator, lane: .live)
                return try await client.read(kind, ids: [id], properties: properties, for: call).found[id]?
                    .values(kind, reference: reference, last: last?.hubspot, pipeline: pipeline).values
            } catch {
                throw .hubspot(error)
            }
        }
        async let right = side(artis) { id throws(OperatorFailure) in
            do throws(ArtisFailure) {
                return try await port.read(ArtisCollection(kind), .ids([id])).records.first?
                    .values(kind, reference: reference)
            } catch {
                throw .artis(error)
            }
        }
        return LiveSides(hubspot: await left, artis: await right)
    }

    private static func side<Entity>(
        _ id: ID<Entity>?, _ read: @Sendable (ID<Entity>) async throws(OperatorFailure) -> Values?
    ) async -> Side {
        guard let id else { return .none }
        do throws(OperatorFailure) { return try await read(id).map(Side.values) ?? .gone } catch { return .failed(error) }
    }
}
