import Artis
import Database
import Domain
import HTTP
import HubSpot

/// Finds the artis record of each candidate: the linked one, or the one that is the same entity by rule (R4, R28). Where
/// that one has a row of its own, the two are halves of one: they are united, and looked at anew.
struct Finding {
    let exchange: Exchange

    struct Sought {
        var found: [(Candidate, ArtisObject?)] = []
        var settled: [Settlement] = []
    }

    func find(_ candidates: [Candidate]) async throws(StepFailure) -> Sought {
        let linked = candidates.filter { $0.pair.artisID != nil }
        let unlinked = candidates.filter { $0.pair.artisID == nil }
        var sought = Sought()
        try await readLinked(linked, into: &sought)
        try await match(unlinked, into: &sought)
        return sought
    }

    private func readLinked(_ candidates: [Candidate], into sought: inout Sought) async throws(StepFailure) {
        let ids = candidates.compactMap(\.pair.artisID)
        guard !ids.isEmpty else { return }
        let reading = try await read(.ids(ids))
        let records = Dictionary(reading.records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for candidate in candidates {
            guard let id = candidate.pair.artisID else { continue }
            if let record = records[id] {
                var candidate = candidate
                if candidate.pair.snapshot == nil, let own = candidate.ownReference, record.reference == own {
                    candidate.isOwnCreation = true
                }
                sought.found.append((candidate, record))
            } else {
                sought.settled.append(.stopped(candidate.pair, .deletedInArtis))
            }
        }
    }

    private func match(_ candidates: [Candidate], into sought: inout Sought) async throws(StepFailure) {
        guard !candidates.isEmpty else { return }
        let records = try await sameEntities(candidates)
        let holders = try await holders(of: records)
        var taken: Set<ID<ArtisRecord>> = []
        for var candidate in candidates {
            let matching = records.filter { candidate.isSameEntity(as: $0) }.sorted { $0.id.rawValue < $1.id.rawValue }
            let waiting = matching.compactMap { holders[$0.id] }.first { $0.isHalf || $0.hasLeft(candidate.pair.kind) }
            if let waiting, try await Halves(exchange: exchange).unite(candidate.pair, with: waiting) { continue }
            let free = matching.first { holders[$0.id] == nil && !taken.contains($0.id) }
            if let free {
                taken.insert(free.id)
                candidate.pair.artisID = free.id
                candidate.isOwnCreation = free.reference == candidate.ownReference
                sought.found.append((candidate, free))
            } else if case .siret = candidate.match, let held = matching.first {
                // R6: another company was linked with this tiers before.
                let holder = holders[held.id]?.hubspotID?.rawValue ?? held.id.rawValue
                sought.settled.append(.blocked(candidate.pair, .siretDuplicate, detail: holder))
            } else {
                sought.found.append((candidate, nil))
            }
        }
    }

    /// The artis records that one of these candidates might be.
    private func sameEntities(_ candidates: [Candidate]) async throws(StepFailure) -> [ArtisObject] {
        var sirets: [String] = []
        var mails: [String] = []
        for candidate in candidates {
            switch candidate.match {
            case .none: break
            case .siret(let siret): sirets.append(siret)
            case .mail(let mail, _): mails.append(mail)
            }
        }
        if !sirets.isEmpty { return try await read(.sirets(sirets)).records }
        if !mails.isEmpty { return try await read(.mails(mails)).records }
        return []
    }

    private func read(_ keys: ArtisKeys) async throws(StepFailure) -> ArtisReading {
        try await step { () async throws(ArtisFailure) in
            try await exchange.workshop.artis.read(ArtisCollection(exchange.kind), keys)
        }
    }

    /// Pairs that hold these records already.
    private func holders(of records: [ArtisObject]) async throws(StepFailure) -> [ID<ArtisRecord>: Pair] {
        guard !records.isEmpty else { return [:] }
        let pairs = try await step { () async throws(DatabaseError) in
            try await exchange.workshop.database.run(
                FindPairsByArtis(kind: exchange.kind, artisIDs: records.map(\.id)))
        }
        return Dictionary(
            pairs.compactMap { pair in pair.artisID.map { ($0, pair) } }, uniquingKeysWith: { first, _ in first })
    }
}

extension Candidate {
    /// R4, R28: whether an artis record that is not linked is this very entity.
    fileprivate func isSameEntity(as record: ArtisObject) -> Bool {
        switch match {
        case .none: false
        case .siret(let siret): Canonical.siret(record.fields[ArtisFieldName.siret]?.string ?? "") == siret
        case .mail(let mail, let tiers):
            Canonical.mail(record.fields[ArtisFieldName.mail]?.string ?? "") == mail
                && record.fields[ArtisFieldName.tiers]?.string == tiers.rawValue
        }
    }
}

extension Candidate {
    /// Our name of this record in artis.
    var ownReference: String? { pair.hubspotID.map { OwnReference.inArtis(pair.kind, of: $0) } }
}

extension Pair {
    /// Only artis knows it yet.
    var isHalf: Bool { hubspotID == nil }

    /// R26: a company that stopped gives its tiers to a new one with its SIRET.
    func hasLeft(_ kind: Kind) -> Bool {
        kind == .company && state == .stopped && (reason == .deletedInHubSpot || reason == .mergedInHubSpot)
    }
}
