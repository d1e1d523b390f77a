public import Artis
public import Database
public import Domain
import HTTP
public import HubSpot
public import Pipeline

/// Deals (R2, R3, R15–R17): affaires of one pipeline, matched by nothing but our own reference.
public struct DealTrade: DependantTrade {
    public init() {}

    public var role: WorkerRole { .deal }
    public var batchSize: Int { 100 }

    public func reading(
        _ pair: Pair, _ object: HubSpotObject, reference: ReferenceData, pipeline: PipelineChoice
    ) -> DependantReading {
        var used: SalesPipeline?
        if case .one(let pipeline) = pipeline { used = pipeline }
        let values = object.values(.deal, reference: reference, last: pair.snapshot?.hubspot, pipeline: used)
        return DependantReading(
            kind: .deal, object: object, values: values, box: object.isTicked ? .ticked : .off,
            pipeline: pipeline.verdict(pipeline: object.properties["pipeline"]),
            mapping: mapping(pair, object, values.values, used))
    }

    private func mapping(
        _ pair: Pair, _ object: HubSpotObject, _ values: Values, _ pipeline: SalesPipeline?
    ) -> MappingVerdict {
        let missing = values.missing(Field.required(.deal))
        if !pair.isLatched, !missing.isEmpty {
            return .blocked(.nameMissing, detail: missing.map(\.rawValue).joined(separator: ", "))
        }
        if values[.stage] == nil {
            let id = object.properties["dealstage"] ?? ""
            return .blocked(.stageUnknown, detail: pipeline?.stages.first { $0.id == id }?.label ?? id)
        }
        return .mapped
    }

    public func birth(
        _ record: ArtisObject, kind: Kind, reference: ReferenceData, pipeline: PipelineChoice
    ) -> BirthReading {
        let status = record.fields[ArtisFieldName.statutAvantVente]?.string ?? ""
        guard case .one(let used) = pipeline else {
            return BirthReading(kind: kind, pipeline: pipeline.verdict(pipeline: nil))
        }
        let isKnown = SalesStage(rawValue: status).flatMap(used.stageID) != nil
        return BirthReading(
            kind: kind, mapping: isKnown ? .mapped : .blocked(.stageUnknown, detail: status),
            properties: HubSpotMapping.creation(kind, values: Values(), trigger: nil, pipeline: used))
    }

    public func creation(
        _ reading: DependantReading, company: CompanyRow, reference: ReferenceData
    ) -> DependantCreation {
        var creation = DependantCreation()
        if let mail = company.salesperson, let salesperson = reference.people.collaborateur(mail: mail) {
            creation.fields[ArtisFieldName.commercial] = .string(salesperson.rawValue)
        }
        addCreator(of: reading.object, to: &creation, reference: reference)
        return creation
    }

    /// R2: the user who created the deal becomes its secondary salesperson, written once.
    private func addCreator(of object: HubSpotObject, to creation: inout DependantCreation, reference: ReferenceData) {
        guard let text = object.properties["hs_created_by_user_id"] else {
            creation.warnings.append(Warning(.creatorUnknown, detail: "hs_created_by_user_id"))
            return
        }
        guard let creator = reference.people.collaborateur(of: ID<HubSpotUser>(text)) else {
            creation.warnings.append(Warning(.creatorUnknown, detail: "userId \(text)"))
            return
        }
        guard reference.roles.known(LabelTable.hubspotRole) else {
            creation.blocked = (.roleMissing, LabelTable.hubspotRole)
            return
        }
        creation.fields[ArtisFieldName.commerciauxSecondaires] = [
            ["collaborateur": .string(creator.rawValue), "role": .string(LabelTable.hubspotRole)]
        ]
    }
}
