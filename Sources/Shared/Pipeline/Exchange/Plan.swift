import Artis
import Database
import Domain
import HTTP
import HubSpot

/// What one candidate comes to, once the record on artis' side is known: the pure middle of the path (R24).
struct Plan: Sendable {
    var candidate: Candidate
    /// The artis record as read; nil when it is to be created.
    var record: ArtisObject?
    var decision: MergeDecision
    /// Fields to write to artis, relations included; empty when there is nothing to write.
    var artisFields: [String: JSON]
    /// Properties to write to HubSpot; empty when there is nothing to write.
    var hubspotProperties: [String: String]
    /// Fields that neither side was told, because the other side cannot hold their value.
    var uncarried: Set<Field>

    init(
        _ candidate: Candidate, record: ArtisObject?, reference: ReferenceData, pipeline: SalesPipeline?,
        conflictWins: System
    ) {
        var candidate = candidate
        let kind = candidate.pair.kind
        let last = candidate.pair.snapshot
        for field in candidate.uncarried { candidate.hubspot[field] = last?.hubspot[field] }
        var artis = record?.values(kind, reference: reference) ?? Values()
        for field in candidate.uncarriedArtis { artis[field] = last?.artis[field] }
        var decision =
            if record == nil {
                MergeDecision(toArtis: Dictionary(Field.of(kind).compactMap { field in
                    candidate.hubspot[field].map { (field, $0) }
                }, uniquingKeysWith: { first, _ in first }))
            } else {
                Merge.decide(
                    hubspot: candidate.hubspot, artis: artis, snapshot: last, fields: Field.of(kind),
                    required: Field.required(kind), conflictWins: conflictWins,
                    keepEmpty: candidate.isOwnCreation || last != nil ? Field.keepEmpty(kind) : [])
            }
        for field in candidate.locked where field != .company {
            decision = decision.locked(field, hubspot: candidate.hubspot, artis: artis)
        }
        decision.conflicts += candidate.relations.conflicts
        if record != nil { for field in candidate.uncarriedArtis { decision.toArtis.removeValue(forKey: field) } }
        // A field whose HubSpot value is of no use is not overwritten there: a person must mend it first.
        if record != nil { for field in candidate.uncarried { decision.toHubSpot.removeValue(forKey: field) } }

        let toArtis = ArtisMapping.write(decision.toArtis, kind: kind, reference: reference)
        let toHubSpot = HubSpotMapping.write(decision.toHubSpot, kind: kind, reference: reference, pipeline: pipeline)
        // What the other side cannot hold has won nothing yet: it is a warning until it is carried.
        let held = Set(toArtis.uncarried.keys).union(toHubSpot.uncarried.keys)
        decision.conflicts.removeAll { held.contains($0.field) }
        // A further round tells them again.
        let told = Array(toArtis.uncarried.values) + toHubSpot.uncarried.values
        candidate.pair.warnings += told.filter { !candidate.pair.warnings.contains($0) }
        var fields = toArtis.fields
        if record == nil { fields.merge(Self.creation(of: candidate)) { written, _ in written } }
        if let tiers = candidate.relations.tiers { fields[ArtisFieldName.tiers] = .string(tiers.rawValue) }
        for (field, list) in candidate.relations.lists { fields[field] = .array(list.map(JSON.string)) }
        var properties = toHubSpot.properties
        properties.merge(candidate.birth?.properties ?? [:]) { _, born in born }
        if candidate.ticksBox { properties[HubSpotName.box] = "true" }
        self.candidate = candidate
        self.record = record
        self.decision = decision
        artisFields = fields
        hubspotProperties = properties
        uncarried = candidate.uncarried.union(candidate.uncarriedArtis).union(toArtis.uncarried.keys).union(toHubSpot.uncarried.keys)
    }

    private static func creation(of candidate: Candidate) -> [String: JSON] {
        var fields = candidate.creation
        if let tiers = candidate.tiers { fields[ArtisFieldName.tiers] = .string(tiers.rawValue) }
        return fields
    }

    /// Whether either side is to be written.
    var writes: Bool { record == nil || !artisFields.isEmpty || writesHubSpot }
    var writesHubSpot: Bool { !hubspotProperties.isEmpty || isBirth || candidate.relations.changesHubSpot }
    /// HubSpot's record is to be created.
    var isBirth: Bool { candidate.pair.hubspotID == nil }

    /// Our name of the record where it is to be created: in artis, or in HubSpot.
    var reference: String {
        let pair = candidate.pair
        if let id = pair.hubspotID { return OwnReference.inArtis(pair.kind, of: id) }
        return pair.artisID.map { OwnReference.inHubSpot(pair.kind, of: $0) } ?? ""
    }

    /// The snapshot once both sides hold what was decided. A field that was not carried keeps its last synced values,
    /// so that it is looked at again when the other side can hold it.
    func snapshot(hubspot: Values, artis: Values) -> Snapshot {
        var snapshot = Snapshot(hubspot: hubspot, artis: artis)
        snapshot.hubspot[.company] = candidate.relations.hubspotTiers
        snapshot.artis[.company] = candidate.relations.artisTiers
        let last = candidate.pair.snapshot
        for field in uncarried {
            snapshot.hubspot[field] = last?.hubspot[field]
            snapshot.artis[field] = last?.artis[field]
        }
        return snapshot
    }
}
