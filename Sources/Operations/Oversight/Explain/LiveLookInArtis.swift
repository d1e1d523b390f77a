package import Artis
package import Database
package import Domain
import HTTP
import Pipeline

/// Looks at a record of artis that left no row, and asks the gate the same questions that a worker would (R9, R14, R20).
package struct LiveLookInArtis {
    private let artis: ArtisClient
    private let database: Database
    private let reference: ReferenceData
    private let pipeline: PipelineChoice

    package init(artis: ArtisClient, database: Database, reference: ReferenceData, pipeline: PipelineChoice) {
        self.artis = artis
        self.database = database
        self.reference = reference
        self.pipeline = pipeline
    }

    /// - Parameter kinds: one, or the three of an action.
    /// - Returns: nil when artis has no such record, or it is an action of another type.
    package func explain(_ kinds: [Kind], _ id: ID<ArtisRecord>) async throws(OperatorFailure) -> Explanation? {
        guard let kind = kinds.first else { return nil }
        let found: ArtisReading
        do throws(ArtisFailure) { found = try await artis.read(ArtisCollection(kind), .ids([id])) } catch {
            throw .artis(error)
        }
        guard let record = found.records.first else { return nil }
        guard kind.isDependant else { return tiers(record) }
        return try await dependant(kinds, record)
    }

    private func tiers(_ record: ArtisObject) -> Explanation {
        let values = record.values(.company, reference: reference)
        let relation = record.fields[ArtisFieldName.relation]?.text
        var fault: SIRETFault?
        if case .failure(let found) = SIRET.parse(record.fields[ArtisFieldName.siret]?.text ?? "") { fault = found }
        let decision = Gate.tiers(
            relation: relation, siret: fault, missing: values.missing(Field.required(.company)))
        return Explanation(.company, record.id, decision, detail: decision.reason == .relationNotSent ? relation : nil)
    }

    private func dependant(_ kinds: [Kind], _ record: ArtisObject) async throws(OperatorFailure) -> Explanation? {
        let reading = kinds[0].trade.birth(record, kind: kinds[0], reference: reference, pipeline: pipeline)
        let isMapped = reading.mapping != .notEligible(.actionUnmapped)
        guard kinds.contains(reading.kind) || !isMapped else { return nil }
        let home = try await company(of: record)
        let row = home?.row
        let standing: CompanyStanding = row.map { $0.isOpen ? .open : $0.state == .stopped ? .stopped : .notSynced } ?? .unknown
        let decision =
            record.home == nil
            ? GateDecision.wait(.noCompany)
            : Gate.birth(mapping: reading.mapping, pipeline: reading.pipeline, standing: standing)
        var explanation = Explanation(reading.kind, record.id, decision, detail: nil)
        if explanation.state == .waiting, let home { explanation.waitsFor = home.awaited }
        return explanation
    }

    /// The tiers that it hangs on, explained one level up; one that left no row either is looked at too.
    private func company(
        of record: ArtisObject
    ) async throws(OperatorFailure) -> (row: StandingRow?, awaited: Explanation.Awaited?)? {
        guard let id = record.home else { return nil }
        let find = FindStanding(kinds: [.company], system: .artis, externalID: id.rawValue)
        let row = try await ask { () async throws(DatabaseError) in try await database.first(find) }
        if let row { return (row, Explanation.Awaited(row)) }
        return (nil, try await explain([.company], id).map(Explanation.Awaited.init))
    }
}

extension Explanation {
    /// What the gate says of a record of artis without a row. One that may go is on its way: its next change or a
    /// backfill brings it.
    fileprivate init(_ kind: Kind, _ id: ID<ArtisRecord>, _ decision: GateDecision, detail: String?) {
        self.init(
            kind: kind, artisID: id, state: decision.state ?? .pending, reason: decision.reason,
            detail: decision.detail ?? detail)
    }
}
