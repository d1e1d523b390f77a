import Database
import Domain

extension Exchange {
    /// What an exchange of these candidates would come to, by the worker's own finding and planning; writes nothing.
    func look(_ candidates: [Candidate]) async throws(StepFailure) -> (settled: [Settlement], plans: [Plan]) {
        let sought = try await Finding(exchange: self).find(candidates)
        let pipeline = reference.salesPipeline(setting: workshop.pipeline)
        let plans = sought.found.map { candidate, record in
            Plan(candidate, record: record, reference: reference, pipeline: pipeline, conflictWins: workshop.conflictWins)
        }
        return (sought.settled, plans)
    }
}
