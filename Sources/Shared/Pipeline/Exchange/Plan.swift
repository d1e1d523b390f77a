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
        let artis = record?.values(kind, reference: reference) ?? Values()
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
        if let record, let conflict = Self.lockedMove(of: candidate, record) { decision.conflicts.append(conflict) }
        // A field whose HubSpot value is of no use is not overwritten there: a person must mend it first.
        if record != nil { for field in candidate.uncarried { decision.toHubSpot.removeValue(forKey: field) } }

        let toArtis = ArtisMapping.write(decision.toArtis, kind: kind, reference: reference)
        let toHubSpot = HubSpotMapping.write(decision.toHubSpot, kind: kind, reference: reference, pipeline: pipeline)
        // A further round tells them again.
        let told = Array(toArtis.uncarried.values) + toHubSpot.uncarried.values
        candidate.pair.warnings += told.filter { !candidate.pair.warnings.contains($0) }
        var fields = toArtis.fields
        if let record {
            fields.merge(Self.relations(of: candidate, over: record)) { _, relation in relation }
        } else {
            fields.merge(Self.creation(of: candidate)) { written, _ in written }
        }
        self.candidate = candidate
        self.record = record
        self.decision = decision
        artisFields = fields
        hubspotProperties = toHubSpot.properties
        uncarried = candidate.uncarried.union(toArtis.uncarried.keys).union(toHubSpot.uncarried.keys)
    }

    private static func relations(of candidate: Candidate, over record: ArtisObject) -> [String: JSON] {
        var fields: [String: JSON] = [:]
        if !candidate.isMoveLocked, let tiers = move(of: candidate, record) { fields[ArtisFieldName.tiers] = .string(tiers) }
        for wish in candidate.links {
            let present = Set((record.fields[wish.field]?.array ?? []).compactMap(\.string))
            if let list = wish.write(over: present) { fields[wish.field] = .array(list.map(JSON.string)) }
        }
        return fields
    }

    /// R12: the tiers that a record moves to because HubSpot's moved, unless it is there already.
    private static func move(of candidate: Candidate, _ record: ArtisObject) -> String? {
        guard candidate.moved, let tiers = candidate.tiers?.rawValue else { return nil }
        return record.fields[ArtisFieldName.tiers]?.string == tiers ? nil : tiers
    }

    /// R17: a locked affaire stays with its tiers, though its deal has moved (R12).
    private static func lockedMove(of candidate: Candidate, _ record: ArtisObject) -> FieldConflict? {
        guard candidate.isMoveLocked, let tiers = move(of: candidate, record) else { return nil }
        return FieldConflict(
            field: .company, hubspot: tiers, artis: record.fields[ArtisFieldName.tiers]?.string, winner: .artis,
            cause: .locked)
    }

    private static func creation(of candidate: Candidate) -> [String: JSON] {
        var fields = candidate.creation
        if let tiers = candidate.tiers { fields[ArtisFieldName.tiers] = .string(tiers.rawValue) }
        for wish in candidate.links where !wish.wanted.isEmpty {
            fields[wish.field] = .array(wish.wanted.sorted().map(JSON.string))
        }
        return fields
    }

    /// The snapshot once both sides hold what was decided. A field that was not carried keeps its last synced values,
    /// so that it is looked at again when the other side can hold it.
    func snapshot(hubspot: Values, artis: Values) -> Snapshot {
        var snapshot = Snapshot(hubspot: hubspot, artis: artis)
        let last = candidate.pair.snapshot
        for field in uncarried {
            snapshot.hubspot[field] = last?.hubspot[field]
            snapshot.artis[field] = last?.artis[field]
        }
        return snapshot
    }
}
