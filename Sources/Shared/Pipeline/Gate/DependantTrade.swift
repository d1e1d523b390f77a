public import Artis
public import Database
public import Domain
public import HubSpot

/// What a kind of dependant brings to the gate: what its own record says. The company it hangs on is looked after by
/// `DependantSurvey`.
public protocol DependantTrade: Sendable {
    var role: WorkerRole { get }
    var batchSize: Int { get }

    /// What the record itself says: its box, its pipeline, whether its values can be carried.
    func reading(_ pair: Pair, _ object: HubSpotObject, reference: ReferenceData, pipeline: PipelineChoice) -> DependantReading

    /// What a record of artis' says that HubSpot has not yet (R14).
    func birth(_ record: ArtisObject, kind: Kind, reference: ReferenceData, pipeline: PipelineChoice) -> BirthReading

    /// What is written in artis at creation only, given the company (R2, R3, R18, R20).
    func creation(
        _ reading: DependantReading, company: CompanyRow, reference: ReferenceData
    ) -> DependantCreation
}
