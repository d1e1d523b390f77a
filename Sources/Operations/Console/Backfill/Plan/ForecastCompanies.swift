import Artis
import Database
import Domain
import HTTP
import HubSpot
import Oversight

/// What would become of companies and tiers that are not linked (R4, R6, R9, R19).
struct ForecastCompanies {
    let forecast: Forecast

    private var reference: ReferenceData { forecast.reference }
    private var book: PlanBook { forecast.book }

    /// Companies that meet both conditions of R8.
    func hubspot(_ objects: [HubSpotObject]) async throws -> PlanLine {
        var line = PlanLine()
        var open: [(id: ID<HubSpotRecord>, siret: String)] = []
        for object in objects {
            let read = object.values(.company, reference: reference, last: nil, pipeline: nil)
            let decision = Gate.company(
                latched: false, trigger: .held, siret: read.siretFault,
                missing: read.values.missing(Field.required(.company)))
            line.hold(decision)
            if decision == .go, let siret = read.values[.siret] { open.append((object.id, siret)) }
        }
        let held = try await holders(open.map(\.siret))
        let tiers = try await tiers(open.map(\.siret))
        for (id, siret) in open {
            let other = held[siret].flatMap { $0 == id.rawValue ? nil : $0 } ?? book.claim(siret, for: id.rawValue)
            if let other {
                line.hold(.blocked(.siretDuplicate, detail: other))
            } else {
                if tiers[siret] == nil { line.create += 1 } else { line.link += 1 }
                book.open(id, tiers[siret])
            }
        }
        return line
    }

    /// Prospects and clients.
    func artis(_ records: [ArtisObject]) async throws -> PlanLine {
        var line = PlanLine()
        var open: [(id: ID<ArtisRecord>, siret: String)] = []
        for record in records {
            let siret = SIRET.parse(record.fields[ArtisFieldName.siret]?.text ?? "")
            var fault: SIRETFault?
            if case .failure(let found) = siret { fault = found }
            let decision = Gate.tiers(
                relation: record.fields[ArtisFieldName.relation]?.text, siret: fault,
                missing: record.values(.company, reference: reference).missing(Field.required(.company)))
            line.hold(decision)
            if decision == .go, case .success(let siret) = siret {
                open.append((record.id, siret.digits))
            } else {
                book.block(record.id)
            }
        }
        let companies = try await forecast.sirets.find(open.map(\.siret))
        let linked = try await linked(companies.values.joined())
        // Counted already, as a company that would be linked with it.
        for (id, siret) in open where book.company(of: id) == nil {
            let homonyms = companies[siret] ?? []
            let company = homonyms.first { !linked.contains($0) }
            let holder = company == nil ? homonyms.first?.rawValue : nil
            if let other = holder ?? book.claim(siret, for: "artis:\(id.rawValue)") {
                line.hold(.blocked(.siretDuplicate, detail: other))
                book.block(id)
            } else {
                if company == nil { line.create += 1 } else { line.link += 1 }
                book.send(id, to: company)
            }
        }
        return line
    }

    /// Those of these companies that have a tiers already.
    private func linked(_ companies: some Sequence<ID<HubSpotRecord>>) async throws -> Set<ID<HubSpotRecord>> {
        let ids = Set(companies).sorted { $0.rawValue < $1.rawValue }
        guard !ids.isEmpty else { return [] }
        let pairs = try await ask { () async throws(DatabaseError) in
            try await forecast.database.run(FindPairs(kind: .company, hubspotIDs: ids))
        }
        return Set(pairs.filter { $0.artisID != nil && $0.state != .stopped }.compactMap(\.hubspotID))
    }

    /// The company that holds each of these SIRETs among the fleet's pairs; a tiers alone that does is united with it.
    private func holders(_ sirets: [String]) async throws -> [String: String] {
        guard !sirets.isEmpty else { return [:] }
        let rows = try await ask { () async throws(DatabaseError) in
            try await forecast.database.run(FindSIRETHolders(of: sirets))
        }
        return Dictionary(
            rows.compactMap { row in row.hubspotID.map { (row.siret, $0.rawValue) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// The tiers of each SIRET, as artis holds them.
    private func tiers(_ sirets: [String]) async throws -> [String: ID<ArtisRecord>] {
        let found = try await forecast.read(.tiers, .sirets(sirets)).sorted { $0.id.rawValue > $1.id.rawValue }
        return Dictionary(
            found.map { (Canonical.siret($0.fields[ArtisFieldName.siret]?.text ?? ""), $0.id) },
            uniquingKeysWith: { _, first in first })
    }
}
