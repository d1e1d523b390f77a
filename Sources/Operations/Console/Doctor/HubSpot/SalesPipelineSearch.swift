import Domain

/// Which pipeline is meant to be the one used with artis, also while it lacks stages (R16).
enum SalesPipelineSearch: Equatable {
    case found(SalesPipeline)
    /// No pipeline is called so.
    case notNamed(String)
    /// None has a stage of the six, and there are several.
    case none
    /// Several would do as well.
    case several([SalesPipeline])

    static func search(setting: String?, _ pipelines: [SalesPipeline]) -> SalesPipelineSearch {
        switch PipelineChoice.choose(setting: setting, pipelines: pipelines) {
        case .one(let pipeline): return .found(pipeline)
        case .several(let several): return .several(several)
        case .none: break
        }
        if let setting, !setting.isEmpty { return .notNamed(setting) }
        if pipelines.count == 1 { return .found(pipelines[0]) }
        let most = pipelines.map(likeness).max() ?? 0
        let best = pipelines.filter { likeness($0) == most }
        if most == 0 { return .none }
        return best.count == 1 ? .found(best[0]) : .several(best)
    }

    /// How many of the six stages it has, or nearly has.
    private static func likeness(_ pipeline: SalesPipeline) -> Int {
        let labels = Set(pipeline.stages.map { NearMiss.fold($0.label) })
        return SalesStage.allCases.count { labels.contains(NearMiss.fold($0.rawValue)) }
    }
}
