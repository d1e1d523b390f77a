public import Domain

/// A dependant's record of artis', read and judged by itself, for a pair that HubSpot has not yet (R14).
public struct BirthReading: Sendable {
    /// The type that it becomes in HubSpot; an action's is known only now (R20).
    public var kind: Kind
    public var mapping: MappingVerdict
    public var pipeline: PipelineVerdict
    /// What is written at creation beside its fields: box, pipeline, status …
    public var properties: [String: String]
    /// R28: the address by which HubSpot may hold it already.
    public var mail: String?

    public init(
        kind: Kind, mapping: MappingVerdict = .mapped, pipeline: PipelineVerdict = .used,
        properties: [String: String] = [:], mail: String? = nil
    ) {
        self.kind = kind
        self.mapping = mapping
        self.pipeline = pipeline
        self.properties = properties
        self.mail = mail
    }
}
