public import Artis
public import Database
public import Domain
import HTTP
public import HubSpot
public import Pipeline

/// Calls, meetings and emails (R20, R21): commercial actions whose triple comes from TD_HubspotAction.
public struct ActivityTrade: DependantTrade {
    public init() {}

    public var role: WorkerRole { .activity }
    /// Three kinds share a batch, and associations are read a thousand at a time.
    public var batchSize: Int { 200 }

    public func reading(
        _ pair: Pair, _ object: HubSpotObject, reference: ReferenceData, pipeline: PipelineChoice
    ) -> DependantReading {
        let values = object.values(pair.kind, reference: reference, last: pair.snapshot?.hubspot, pipeline: nil)
        let isMapped = pair.isLatched || reference.actions.action(for: pair.kind) != nil
        return DependantReading(
            kind: pair.kind, object: object, values: values, box: .absent,
            mapping: isMapped ? .mapped : .notEligible(.actionUnmapped))
    }

    /// R20: the triple tells the type; R21: a call that artis knows has been made, an e-mail stands for itself.
    public func birth(
        _ record: ArtisObject, kind: Kind, reference: ReferenceData, pipeline: PipelineChoice
    ) -> BirthReading {
        guard let kind = reference.actions.kind(of: record.triple) else {
            return BirthReading(kind: kind, mapping: .notEligible(.actionUnmapped))
        }
        let values = record.values(kind, reference: reference)
        return BirthReading(
            kind: kind, properties: HubSpotMapping.creation(kind, values: values, trigger: nil, pipeline: nil))
    }

    /// The triple is written at creation only.
    public func creation(
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
