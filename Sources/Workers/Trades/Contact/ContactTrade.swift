public import Artis
public import Database
public import Domain
import HTTP
public import HubSpot
public import Pipeline

/// Contacts (R18, R19, R28): interlocuteurs of one company, matched by mail where they are not linked yet.
public struct ContactTrade: DependantTrade {
    public init() {}

    public var role: WorkerRole { .contact }
    public var batchSize: Int { 100 }

    public func reading(
        _ pair: Pair, _ object: HubSpotObject, reference: ReferenceData, pipeline: PipelineChoice
    ) -> DependantReading {
        let values = object.values(.contact, reference: reference, last: pair.snapshot?.hubspot, pipeline: nil)
        return DependantReading(
            kind: .contact, object: object, values: values, box: object.isTicked ? .ticked : .off,
            mapping: mapping(pair, values.values, reference))
    }

    private func mapping(_ pair: Pair, _ values: Values, _ reference: ReferenceData) -> MappingVerdict {
        if let code = values[.civility], !reference.civilities.known(code) {
            return .blocked(.civiliteUnknown, detail: code)
        }
        let missing = values.missing(Field.required(.contact))
        if !pair.isLatched, !missing.isEmpty {
            return .blocked(.nameMissing, detail: missing.map(\.rawValue).joined(separator: ", "))
        }
        return .mapped
    }

    public func birth(
        _ record: ArtisObject, kind: Kind, reference: ReferenceData, pipeline: PipelineChoice
    ) -> BirthReading {
        let mail = Canonical.mail(record.fields[ArtisFieldName.mail]?.string ?? "")
        return BirthReading(
            kind: kind, properties: HubSpotMapping.creation(kind, values: Values(), trigger: nil, pipeline: nil),
            mail: mail.isEmpty ? nil : mail)
    }

    public func creation(
        _ reading: DependantReading, company: CompanyRow, reference: ReferenceData
    ) -> DependantCreation {
        var creation = DependantCreation()
        // R18: mandatory in artis, optional in HubSpot; the default is never written back.
        if reading.values.values[.civility] == nil, let first = reference.civilities.firstPossible {
            creation.fields[ArtisFieldName.titre] = .string(first)
        }
        if let mail = reading.values.values[.email], let tiers = company.artisID {
            creation.match = .mail(mail, tiers: tiers)
        }
        return creation
    }
}
