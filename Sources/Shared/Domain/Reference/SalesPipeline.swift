/// A pipeline of HubSpot's deals, with its stages (R15, R16).
public struct SalesPipeline: Sendable, Hashable, Codable {
    public struct Stage: Sendable, Hashable, Codable {
        public var id: String
        public var label: String

        public init(id: String, label: String) {
            self.id = id
            self.label = label
        }
    }

    public var id: String
    public var label: String
    public var stages: [Stage]

    public init(id: String, label: String, stages: [Stage]) {
        self.id = id
        self.label = label
        self.stages = stages
    }

    /// Whether each of the six names of R15 is a stage here.
    public var isComplete: Bool { missingStages.isEmpty }

    public var missingStages: [SalesStage] {
        SalesStage.allCases.filter { name in !stages.contains { $0.label == name.rawValue } }
    }

    /// The stage that a deal stands in; nil when the id is none of this pipeline, or its label no name of R15.
    public func salesStage(_ id: String) -> SalesStage? {
        stages.first { $0.id == id }.flatMap { SalesStage(rawValue: $0.label) }
    }

    /// The id to write for a stage; nil when the pipeline lacks it.
    public func stageID(_ stage: SalesStage) -> String? { stages.first { $0.label == stage.rawValue }?.id }

    /// The value of `Field.stage` for a deal in this stage: the name last synced while the deal has not moved, because
    /// renaming a stage changes no affaire (R15); else the stage's name.
    ///
    /// - Parameter last: HubSpot's values of the snapshot, with `Field.stageID`.
    /// - Returns: nil for a stage with no such name: `STAGE_UNKNOWN`.
    public func stageName(_ id: String, last: Values?) -> String? {
        if let last, last[.stageID] == id, let name = last[.stage] { return name }
        return salesStage(id)?.rawValue
    }
}
