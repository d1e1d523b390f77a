public import Database
public import Domain
public import HTTP
public import HubSpot

/// What a kind of dependant brings to the gate: what its own record says. The company it hangs on is looked after by
/// `DependantSurvey`.
public protocol DependantTrade: Sendable {
    var role: WorkerRole { get }
    var batchSize: Int { get }

    /// What the record itself says: its box, its pipeline, whether its values can be carried.
    func reading(_ pair: Pair, _ object: HubSpotObject, reference: ReferenceData, pipeline: PipelineChoice) -> DependantReading

    /// What is written at creation only, given the company (R2, R3, R18, R20).
    func creation(
        _ reading: DependantReading, company: CompanyRow, reference: ReferenceData
    ) -> DependantCreation
}

/// A dependant's record, read and judged by itself.
public struct DependantReading: Sendable {
    public var kind: Kind
    public var object: HubSpotObject
    public var values: HubSpotValues
    public var box: Dependant.Box
    public var pipeline: PipelineVerdict
    public var mapping: MappingVerdict

    public init(
        kind: Kind, object: HubSpotObject, values: HubSpotValues, box: Dependant.Box, pipeline: PipelineVerdict = .used,
        mapping: MappingVerdict = .mapped
    ) {
        self.kind = kind
        self.object = object
        self.values = values
        self.box = box
        self.pipeline = pipeline
        self.mapping = mapping
    }
}

/// What creating a dependant in artis takes beside its fields.
public struct DependantCreation: Sendable {
    public var fields: [String: JSON]
    public var match: Candidate.Match
    public var warnings: [Warning]
    /// Why it cannot be created after all, such as a role that artis lacks (R2).
    public var blocked: (reason: Reason, detail: String)?

    public init(
        fields: [String: JSON] = [:], match: Candidate.Match = .none, warnings: [Warning] = [],
        blocked: (reason: Reason, detail: String)? = nil
    ) {
        self.fields = fields
        self.match = match
        self.warnings = warnings
        self.blocked = blocked
    }
}
