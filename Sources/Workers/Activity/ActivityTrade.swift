import Artis
import Database
import Domain
import HTTP
import HubSpot
import Pipeline

/// Calls, meetings and emails (R20, R21): commercial actions whose triple comes from TD_HubspotAction.
struct ActivityTrade: DependantTrade {
    var role: WorkerRole { .activity }
    /// Three kinds share a batch, and associations are read a thousand at a time.
    var batchSize: Int { 200 }

    func reading(
        _ pair: Pair, _ object: HubSpotObject, reference: ReferenceData, pipeline: PipelineChoice
    ) -> DependantReading {
        let values = object.values(pair.kind, reference: reference, last: pair.snapshot?.hubspot, pipeline: nil)
        let isMapped = pair.isLatched || reference.actions.action(for: pair.kind) != nil
        return DependantReading(
            kind: pair.kind, object: object, values: values, box: .absent,
            mapping: isMapped ? .mapped : .notEligible(.actionUnmapped))
    }

    /// The triple is written at creation only.
    func creation(
        _ reading: DependantReading, company: CompanyRow, reference: ReferenceData
    ) -> DependantCreation {
        guard let action = reference.actions.action(for: reading.kind) else {
            return DependantCreation()
        }
        return DependantCreation(fields: [
            ArtisFieldName.domaine: .string(action.domain), ArtisFieldName.type: .string(action.type),
            ArtisFieldName.motif: .string(action.motive),
        ])
    }
}
