/// Which of the account's pipelines is used with artis (R16).
public enum PipelineChoice: Sendable, Hashable {
    case one(SalesPipeline)
    /// None is named by the setting, or has all six stages.
    case none
    case several([SalesPipeline])

    /// - Parameter setting: `HUBSPOT_PIPELINE`, an id or a label; unset, the only pipeline with all six stages is used.
    public static func choose(setting: String?, pipelines: [SalesPipeline]) -> PipelineChoice {
        guard let setting, !setting.isEmpty else { return only(pipelines.filter(\.isComplete)) }
        if let named = pipelines.first(where: { $0.id == setting }) { return .one(named) }
        return only(pipelines.filter { $0.label == setting })
    }

    private static func only(_ pipelines: [SalesPipeline]) -> PipelineChoice {
        switch pipelines.count {
        case 0: .none
        case 1: .one(pipelines[0])
        default: .several(pipelines)
        }
    }

    /// What this choice says of a deal.
    /// - Parameter pipeline: the id that the deal holds.
    public func verdict(pipeline: String?) -> PipelineVerdict {
        switch self {
        case .one(let chosen): chosen.id == pipeline ? .used : .other
        case .none: .unknown(detail: "")
        case .several(let pipelines): .unknown(detail: pipelines.map(\.label).joined(separator: ", "))
        }
    }
}
