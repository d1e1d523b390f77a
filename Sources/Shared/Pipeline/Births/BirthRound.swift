import Artis
import Database
import Domain
import HubSpot

/// Dependants born in artis (R14): their company is looked up, HubSpot is asked whether it holds them already (R28), and
/// the others are created there.
struct BirthRound {
    let trade: any DependantTrade
    let lane: Lane
    let workshop: Workshop
    let reference: ReferenceData
    let pipeline: PipelineChoice

    struct Item {
        var pair: Pair
        var record: ArtisObject
        var reading: BirthReading
        var company: CompanyRow
    }

    struct Outcome {
        var survey = Survey()
        /// Pairs that HubSpot turned out to hold: they are read there like any other.
        var linked: [Pair] = []
    }

    func survey(_ born: [(pair: Pair, record: ArtisObject)]) async throws(StepFailure) -> Outcome {
        var outcome = Outcome()
        var items = try await admitted(born, into: &outcome)
        items = try await recognised(items, into: &outcome)
        items = try await matched(items, into: &outcome)
        outcome.survey.candidates = items.map(candidate)
        return outcome
    }

    /// The gate: who may not go on is settled here.
    private func admitted(
        _ born: [(pair: Pair, record: ArtisObject)], into outcome: inout Outcome
    ) async throws(StepFailure) -> [Item] {
        let rows = try await workshop.companies(of: born.compactMap(\.record.tiers), lane: lane)
        var items: [Item] = []
        for (pair, record) in born {
            var pair = pair
            let reading = trade.birth(record, kind: pair.kind, reference: reference, pipeline: pipeline)
            let company = record.tiers.flatMap { rows[$0] }
            pair.kind = reading.kind
            pair.called = Called(reading.kind, record.values(reading.kind, reference: reference))
            pair.companyID = company?.id
            var decision = Gate.birth(
                mapping: reading.mapping, pipeline: reading.pipeline, standing: CompanyStanding(company))
            // Required in artis, but nothing to wait for where it is missing all the same (R12).
            if record.tiers == nil, decision == .wait(.companyNotSynced) { decision = .wait(.noCompany) }
            if decision == .go, let company {
                items.append(Item(pair: pair, record: record, reading: reading, company: company))
            } else {
                outcome.survey.settled.append(.held(pair, by: decision))
            }
        }
        return items
    }

    /// Records that we made after HubSpot's: artis repeats our name of them.
    private func recognised(_ items: [Item], into outcome: inout Outcome) async throws(StepFailure) -> [Item] {
        var others: [Item] = []
        for item in items {
            guard let name = item.record.reference, let known = OwnReference.hubspotRecord(name),
                known.kind == item.pair.kind
            else {
                others.append(item)
                continue
            }
            if try await !link(item, to: known.id, into: &outcome) { others.append(item) }
        }
        return others
    }

    /// R28: contacts whose mail HubSpot holds: on the same company they are the same person, elsewhere they block.
    private func matched(_ items: [Item], into outcome: inout Outcome) async throws(StepFailure) -> [Item] {
        let mails = Set(items.compactMap(\.reading.mail))
        guard !mails.isEmpty else { return items }
        let holders = try await ContactHolders(workshop: workshop, lane: lane).find(mails.sorted())
        var others: [Item] = []
        for item in items {
            guard let mail = item.reading.mail, let holder = holders[mail] else {
                others.append(item)
                continue
            }
            guard !holder.isUndecided else {
                outcome.survey.settled.append(.putOff(item.pair, until: workshop.clock() + RecordHomes.look))
                continue
            }
            let isSame = item.company.hubspotID.map { holder.home == .company($0) } ?? false
            if isSame, try await link(item, to: holder.id, into: &outcome) { continue }
            outcome.survey.settled.append(.blocked(item.pair, .contactDuplicate, detail: holder.id.rawValue))
        }
        return others
    }

    /// False when that record of HubSpot's is linked with another one already.
    private func link(
        _ item: Item, to id: ID<HubSpotRecord>, into outcome: inout Outcome
    ) async throws(StepFailure) -> Bool {
        let other = try await step { () async throws(DatabaseError) in
            try await workshop.database.first(FindPairs(kind: item.pair.kind, hubspotIDs: [id]))
        }
        if let other {
            guard other.artisID == nil else { return false }
            return try await Halves(workshop: workshop, lane: lane).unite(item.pair, with: other)
        }
        var pair = item.pair
        pair.hubspotID = id
        outcome.linked.append(pair)
        return true
    }

    private func candidate(_ item: Item) -> Candidate {
        let association = item.company.hubspotID.flatMap { company in
            HubSpotAssociation.typeID(from: item.pair.kind, to: .company, primary: true).map {
                HubSpotCreation.Association(to: company, kind: .company, typeID: $0)
            }
        }
        return Candidate(
            pair: item.pair, hubspot: Values(), tiers: item.company.artisID,
            birth: Birth(properties: item.reading.properties, company: association))
    }
}
