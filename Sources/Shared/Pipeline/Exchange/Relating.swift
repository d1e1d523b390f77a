public import Artis
import Database
public import Domain
import HTTP

/// Merges where records hang and what they are linked with, once both sides are known (R12, R20, R21).
struct Relating {
    let exchange: Exchange

    struct Related {
        var found: [(Candidate, ArtisObject?)] = []
        var settled: [Settlement] = []
    }

    func relate(_ found: [(Candidate, ArtisObject?)]) async throws(StepFailure) -> Related {
        guard exchange.kind.isDependant else { return Related(found: found) }
        let links = try await LinkEnds(exchange: exchange).read(found)
        var related = Related()
        let moves = found.map { candidate, record in
            let move = move(of: candidate, record)
            return candidate.isMoveLocked ? move.locked : move
        }
        let rows = try await exchange.workshop.companies(
            of: zip(found, moves).compactMap { $1.leavesHubSpot ? $0.1?.tiers : nil }, lane: exchange.lane)
        for (index, (sought, record)) in found.enumerated() {
            var candidate = sought
            // A further round merges anew.
            candidate.relations = Relations()
            let tiers = record?.tiers ?? candidate.tiers
            candidate.relations.hubspotTiers = candidate.tiers?.rawValue
            candidate.relations.artisTiers = tiers?.rawValue
            if moves[index].leavesHubSpot, let tiers {
                guard let row = rows[tiers], row.isOpen, let company = row.hubspotID else {
                    related.settled.append(waiting(candidate, for: rows[tiers]))
                    continue
                }
                candidate.relations.company = company
                candidate.relations.hubspotTiers = tiers.rawValue
                candidate.pair.companyID = row.id
            }
            if moves[index].leavesArtis {
                candidate.relations.tiers = candidate.tiers
                candidate.relations.artisTiers = candidate.tiers?.rawValue
            }
            if let (loser, cause) = moves[index].conflict(isFirst: candidate.pair.snapshot == nil) {
                candidate.relations.conflicts.append(
                    FieldConflict(
                        field: .company, hubspot: candidate.tiers?.rawValue, artis: tiers?.rawValue, winner: loser.other,
                        cause: cause))
            }
            if let conflict = typeConflict(of: candidate, record) { candidate.relations.conflicts.append(conflict) }
            links.merge(&candidate, record)
            related.found.append((candidate, record))
        }
        return related
    }

    private func move(of candidate: Candidate, _ record: ArtisObject?) -> MoveMerge {
        guard let record, candidate.tiers != nil else { return .agreed }
        let last = candidate.pair.snapshot.flatMap { snapshot -> (hubspot: String?, artis: String?)? in
            // Before artis' side was kept, the two had one company.
            guard let hubspot = snapshot.hubspot[.company] else { return nil }
            return (hubspot, snapshot.artis[.company] ?? hubspot)
        }
        // Synced before companies were kept: where HubSpot has it counts.
        if last == nil, candidate.pair.snapshot != nil {
            return record.tiers == candidate.tiers ? .agreed : .move(.artis)
        }
        return MoveMerge(
            hubspot: candidate.tiers?.rawValue, artis: record.tiers?.rawValue, last: last,
            conflictWins: exchange.workshop.conflictWins)
    }

    /// R12: moved to a company that is not synced: it waits there, untouched.
    private func waiting(_ candidate: Candidate, for row: CompanyRow?) -> Settlement {
        var pair = candidate.pair
        pair.companyID = row?.id ?? pair.companyID
        return .held(pair, by: .wait(row?.isStopped == true ? .companyStopped : .companyNotSynced))
    }

    /// R20: the triple is written at creation only; one that artis moves to another type of HubSpot's is a conflict.
    private func typeConflict(of candidate: Candidate, _ record: ArtisObject?) -> FieldConflict? {
        guard let record, candidate.pair.kind.role == .activity, candidate.pair.snapshot != nil else { return nil }
        let kind = exchange.reference.actions.kind(of: record.triple)?.rawValue
        let last = candidate.pair.snapshot?.artis[.type] ?? candidate.pair.kind.rawValue
        guard let kind, kind != last, kind != candidate.pair.kind.rawValue else { return nil }
        return FieldConflict(
            field: .type, hubspot: candidate.pair.kind.rawValue, artis: kind, winner: .hubspot, cause: .typeMoved)
    }
}

extension MoveMerge {
    /// HubSpot's record goes to another company.
    fileprivate var leavesHubSpot: Bool { self == .move(.hubspot) || self == .conflict(.hubspot) || self == .putBack }
    fileprivate var leavesArtis: Bool { self == .move(.artis) || self == .conflict(.artis) }

    /// Whose record has to go, and why that is a conflict; nil where it is none.
    fileprivate func conflict(isFirst: Bool) -> (loser: System, cause: FieldConflict.Cause)? {
        switch self {
        case .agreed, .move: nil
        case .conflict(let loser): (loser, isFirst ? .firstLink : .bothChanged)
        case .putBack: (.hubspot, .locked)
        }
    }
}

extension ArtisObject {
    /// The tiers that it hangs on.
    var tiers: ID<ArtisRecord>? { fields[ArtisFieldName.tiers]?.text.map { ID($0) } }

    /// Of an action (R20).
    public var triple: ActionTriple {
        ActionTriple(
            domain: fields[ArtisFieldName.domaine]?.text ?? "", type: fields[ArtisFieldName.type]?.text ?? "",
            motive: fields[ArtisFieldName.motif]?.text ?? "")
    }

    /// The ids of an action's `interlocuteurs` or `affaires`.
    func links(_ field: String) -> Set<ID<ArtisRecord>> {
        Set((fields[field]?.array ?? []).compactMap { $0.text.map { ID($0) } })
    }
}
