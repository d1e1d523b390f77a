import Artis
import Database
import Domain
import HTTP
import HubSpot
import Oversight
import Pipeline

/// What would become of artis' affaires, interlocuteurs and actions that left no row (R14, R15, R20, R28).
struct ForecastBirths {
    let forecast: Forecast

    func artis(_ records: [ArtisObject], _ kind: Kind) async throws -> Plan {
        var plan = Plan()
        var mails: [(mail: String, tiers: ID<ArtisRecord>)] = []
        // Those that a contact of HubSpot's would be linked with are counted there.
        for record in records where !forecast.book.isLinked(record.id) {
            let birth = kind.trade.birth(record, kind: kind, reference: forecast.reference, pipeline: forecast.pipeline)
            let isBlocked = record.home.map(forecast.book.isBlocked) ?? true
            let decision = Gate.birth(
                mapping: birth.mapping, pipeline: birth.pipeline, standing: isBlocked ? .notSynced : .open)
            guard decision == .go else {
                plan.change(decision == .notEligible(.actionUnmapped) ? nil : birth.kind) { $0.hold(decision) }
                continue
            }
            if let mail = birth.mail, let tiers = record.home {
                mails.append((mail, tiers))
            } else {
                plan.change(birth.kind) { $0.create += 1 }
            }
        }
        try await count(mails, into: &plan)
        return plan
    }

    /// R28: a mail that HubSpot holds on the same company is linked; elsewhere it is in the way.
    private func count(_ mails: [(mail: String, tiers: ID<ArtisRecord>)], into plan: inout Plan) async throws {
        guard !mails.isEmpty else { return }
        let found = try await forecast.pacing.run { () async throws(HubSpotFailure) in
            try await forecast.hubspot.read(
                .contact, by: "email", values: mails.map(\.mail), properties: ["email"], for: Forecast.call)
        }
        let homes = try await forecast.choices(of: .contact, found.values.map(\.id).sorted { $0.rawValue < $1.rawValue })
        let companies = try await companies(of: Set(mails.map(\.tiers)))
        for (mail, tiers) in mails {
            guard let holder = found[mail] else {
                plan.change(.contact) { $0.create += 1 }
                continue
            }
            let home = homes[holder.id]?.home
            let isHere = home != nil && home == companies[tiers]
            plan.change(.contact) { line in
                if isHere { line.link += 1 } else { line.hold(.blocked(.contactDuplicate, detail: holder.id.rawValue)) }
            }
        }
    }

    private func companies(of tiers: Set<ID<ArtisRecord>>) async throws -> [ID<ArtisRecord>: ID<HubSpotRecord>] {
        var companies: [ID<ArtisRecord>: ID<HubSpotRecord>] = [:]
        for id in tiers { companies[id] = forecast.book.company(of: id) ?? nil }
        let others = tiers.filter { companies[$0] == nil }.sorted { $0.rawValue < $1.rawValue }
        for (id, pair) in try await forecast.pairs(.company, artis: others) { companies[id] = pair.hubspotID }
        return companies
    }
}
