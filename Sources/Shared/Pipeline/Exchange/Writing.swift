import Artis
import Database
import Domain
import HTTP
import HubSpot

/// Writes plans to artis, and sorts what it answers for each record.
struct Writing {
    let exchange: Exchange
    /// Of this one attempt. A pair's id and term may have been used before, by a database that was restored from an older
    /// dump since: artis would give the answer of that write, or take its record for ours.
    private let attempt = String(UInt64.random(in: .min ... .max), radix: 16)

    init(exchange: Exchange) { self.exchange = exchange }

    var workshop: Workshop { exchange.workshop }

    struct Done {
        var plan: Plan
        /// The artis record as it stands after the write.
        var artis: ArtisObject?
    }

    struct Written {
        var done: [Done] = []
        var refused: [Exchange.Verdict] = []
    }

    func toArtis(_ plans: [Plan]) async throws(StepFailure) -> Written {
        var written = Written()
        let idle = plans.filter { $0.record != nil && $0.artisFields.isEmpty }
        written.done = idle.map { Done(plan: $0, artis: $0.record) }
        var writing = plans.filter { $0.record == nil || !$0.artisFields.isEmpty }
        guard !writing.isEmpty else { return written }

        let operations = writing.map(operation)
        let results = try await step { () async throws(ArtisFailure) in
            try await workshop.artis.write(
                ArtisCollection(exchange.kind), operations, origin: ArtisClient.origin(trace: exchange.trace))
        }
        var versions: [ID<ArtisRecord>: Int64] = [:]
        var accepted: [Plan] = []
        for index in writing.indices {
            switch results[index] {
            case .done(let id, let version):
                writing[index].candidate.pair.artisID = id
                versions[id] = version
                accepted.append(writing[index])
            case .refused(let error):
                written.refused.append(verdict(on: error, for: writing[index]))
            }
        }
        written.done += try await readBack(accepted, versions: versions)
        return written
    }

    private func operation(_ plan: Plan) -> ArtisOperation {
        let pair = plan.candidate.pair
        // A new attempt is a new request, and finds what the last one did by its reference or by the version.
        let key = "passerelle-\(pair.id)-\(attempt)"
        if let record = plan.record {
            return ArtisOperation(
                key: key, action: .modify(record.id, version: record.version), fields: plan.artisFields)
        }
        return ArtisOperation(key: key, action: .create(reference: plan.reference), fields: plan.artisFields)
    }

    /// R24: what artis made of our write becomes the last synced value. If somebody changed the record in between, what
    /// we wrote is, and their change is found at the next look.
    private func readBack(_ plans: [Plan], versions: [ID<ArtisRecord>: Int64]) async throws(StepFailure) -> [Done] {
        let ids = plans.compactMap(\.candidate.pair.artisID)
        guard !ids.isEmpty else { return [] }
        let reading = try await step { () async throws(ArtisFailure) in
            try await workshop.artis.read(ArtisCollection(exchange.kind), .ids(ids))
        }
        let records = Dictionary(reading.records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return plans.map { plan in
            guard let id = plan.candidate.pair.artisID, let version = versions[id] else {
                return Done(plan: plan, artis: plan.record)
            }
            if let record = records[id], record.version == version { return Done(plan: plan, artis: record) }
            var fields = plan.record?.fields ?? [:]
            fields.merge(plan.artisFields) { _, written in written }
            return Done(
                plan: plan,
                artis: ArtisObject(id: id, version: version, modified: nil, reference: nil, fields: fields))
        }
    }
}
