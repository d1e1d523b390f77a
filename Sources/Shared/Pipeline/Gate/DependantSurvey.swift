public import Database
public import Domain

/// The gate (R10–R13): dependants are read in HubSpot, their company is chosen and looked up, and whoever may not go on
/// is settled here, without having touched artis.
public struct DependantSurvey: Trade {
    let trade: any DependantTrade

    public init(_ trade: any DependantTrade) { self.trade = trade }

    public var role: WorkerRole { trade.role }
    public var batchSize: Int { trade.batchSize }

    public func survey(_ pairs: [Pair], lane: Lane, in workshop: Workshop) async throws(StepFailure) -> Survey {
        let reference = try await workshop.references.current()
        var survey = Survey()
        for (kind, group) in Dictionary(grouping: pairs, by: \.kind).sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let round = Round(
                trade: trade, kind: kind, lane: lane, workshop: workshop, reference: reference,
                pipeline: .choose(setting: workshop.pipeline, pipelines: reference.pipelines))
            let part = try await round.survey(group)
            survey.settled += part.settled
            survey.candidates += part.candidates
        }
        return survey
    }
}
