public import Domain
public import HubSpot

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
