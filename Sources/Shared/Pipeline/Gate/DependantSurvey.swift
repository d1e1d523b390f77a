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
        let pipeline = PipelineChoice.choose(setting: workshop.pipeline, pipelines: reference.pipelines)
        let seen = try await ArtisLook(workshop: workshop).see(
            try await MergedAway(workshop: workshop, lane: lane).follow(pairs))
        let (known, born) = seen.asking.parted { $0.pair.hubspotID != nil }
        let births = try await BirthRound(
            trade: trade, lane: lane, workshop: workshop, reference: reference, pipeline: pipeline
        ).survey(born)
        var survey = births.survey
        survey.settled += seen.settled
        let asking = known.map(\.pair) + births.linked
        for (kind, group) in Dictionary(grouping: seen.others + asking, by: \.kind).sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let round = Round(
                trade: trade, kind: kind, lane: lane, workshop: workshop, reference: reference, pipeline: pipeline,
                asking: Set(asking.map(\.id)))
            let part = try await round.survey(group)
            survey.settled += part.settled
            survey.candidates += part.candidates
        }
        return survey
    }
}
